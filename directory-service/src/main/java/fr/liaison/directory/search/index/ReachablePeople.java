package fr.liaison.directory.search.index;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Who has a device to write to, as of some seconds ago. Not part of the index, since devices come,
 * go and expire much faster than people change. One search reads them anew; others go on with what
 * was known.
 */
@ApplicationScoped
public class ReachablePeople {
  private final Duration keep;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile @Nullable Known known;

  ReachablePeople(IndexConfig config) {
    this.keep = config.reachableFor();
  }

  private record Known(long atNanos, Query query) {}

  Query query(Transaction transaction) {
    Known latest = known;
    if (latest == null) {
      loading.lock();
    } else if (!isOld(latest) || !loading.tryLock()) {
      return latest.query;
    }
    try {
      return current(transaction).query;
    } finally {
      loading.unlock();
    }
  }

  private Known current(Transaction transaction) {
    Known latest = known;
    if (latest == null || isOld(latest)) {
      latest = new Known(System.nanoTime(), new TermInSetQuery(Field.ID, ids(transaction)));
      known = latest;
    }
    return latest;
  }

  private boolean isOld(Known one) {
    return System.nanoTime() - one.atNanos > keep.toNanos();
  }

  private static List<BytesRef> ids(Transaction transaction) {
    return transaction.rows(
        row -> PersonDocument.id(row.getUUID(0)),
        """
        select distinct practitioner_id from device
        where status = 'active' and expires_at > now()
        """);
  }
}
