package fr.liaison.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.liaison.kit.KitTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@KitTest
class DatabaseTest {
  @Inject Database database;

  @Test
  void aConnectionLostBetweenTwoStatementsIsAnOutageAndNotAFault() {
    assertThatThrownBy(
            () ->
                database.run(
                    transaction -> {
                      int backend = backend(transaction);
                      terminate(backend);
                      await().until(() -> isGone(backend));
                      // The first statement may still find the connection open, the next not.
                      assertThatThrownBy(() -> backend(transaction))
                          .isInstanceOf(DatabaseUnavailable.class);
                      backend(transaction);
                    }))
        .isInstanceOf(DatabaseUnavailable.class);
  }

  @Test
  void aCommitOnALostConnectionIsAnOutageAndNotAFault() {
    assertThatThrownBy(
            () ->
                database.run(
                    transaction -> {
                      int backend = backend(transaction);
                      terminate(backend);
                      await().until(() -> isGone(backend));
                    }))
        .isInstanceOf(DatabaseUnavailable.class);
  }

  @Test
  void aStatementPostgresqlRefusesKeepsItsState() {
    assertThatThrownBy(() -> database.run(transaction -> transaction.update("select 1/0")))
        .isInstanceOfSatisfying(
            StatementRefused.class, refused -> assertThat(refused.state()).isEqualTo("22012"));
  }

  private static int backend(Transaction transaction) {
    return transaction.first(row -> row.getInteger(0), "select pg_backend_pid()").orElseThrow();
  }

  private void terminate(int backend) {
    database.run(
        transaction ->
            transaction.first(
                row -> row.getBoolean(0), "select pg_terminate_backend($1)", backend));
  }

  private boolean isGone(int backend) {
    return database
        .read(
            transaction ->
                transaction.first(
                    row -> row.getInteger(0),
                    "select pid from pg_stat_activity where pid = $1",
                    backend))
        .isEmpty();
  }
}
