package fr.liaison.kit.event;

import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.database.StatementRefused;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often the record at hand failed by itself. After a few attempts its failure is taken
 * for its own, unless the database was away or two transactions merely met. One thread.
 */
final class FailingRecord {
  private static final int MOST_ATTEMPTS = 5;

  private @Nullable TopicPartition partition;
  private long offset;
  private int attempts;

  /** Notes a failure; true when trying again is of no use. */
  boolean isHopeless(ConsumerRecord<String, String> record, RuntimeException failure) {
    if (failure instanceof DatabaseUnavailable || isConflict(failure)) {
      return false;
    }
    TopicPartition place = new TopicPartition(record.topic(), record.partition());
    boolean again = place.equals(partition) && record.offset() == offset;
    attempts = again ? attempts + 1 : 1;
    partition = place;
    offset = record.offset();
    return attempts >= MOST_ATTEMPTS;
  }

  /** Serialization failure or deadlock: class 40 of SQLSTATE. */
  private static boolean isConflict(RuntimeException failure) {
    return failure instanceof StatementRefused refused && refused.state().startsWith("40");
  }
}
