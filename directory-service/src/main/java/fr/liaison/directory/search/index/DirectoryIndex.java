package fr.liaison.directory.search.index;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import fr.liaison.kit.problem.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * This instance's index, kept like the table: opened or built when first asked to catch up, and
 * again after any failure to write it. Until it is built once, searches are refused.
 */
@ApplicationScoped
public class DirectoryIndex {
  private static final Log LOG = Log.of(DirectoryIndex.class);

  private final IndexConfig config;
  private final Database database;
  private final Revisions revisions;
  private final IndexedPeople people;
  private final ReentrantLock writing = new ReentrantLock();
  private @Nullable Path folder;
  private boolean closed;

  /** How far one that is built anew has come, over several catch-ups; absent while none is. */
  private @Nullable Long building;

  private volatile boolean unreadable;
  private volatile Progress progress = new Progress(0, 0);
  private volatile @Nullable OpenIndex index;

  DirectoryIndex(IndexConfig config, Database database, Revisions revisions, IndexedPeople people) {
    this.config = config;
    this.database = database;
    this.revisions = revisions;
    this.people = people;
  }

  /** How far the index is behind the table, in revisions, and how many it holds. */
  record Progress(long lag, long documents) {}

  /** Of the latest catch-up; while one goes on, the lag is that which it began with. */
  Progress progress() {
    return progress;
  }

  /** Whether searches are answered. */
  public boolean isReady() {
    OpenIndex open = index;
    return open != null && open.isBuilt();
  }

  /** Runs a search; unavailable before the first build. */
  <T> T search(OpenIndex.Search<T> search) {
    return trySearch(search).orElseThrow(() -> Problem.of(ProblemType.UNAVAILABLE));
  }

  /** The same for who can do without; empty where nobody can be asked. */
  <T> Optional<T> trySearch(OpenIndex.Search<T> search) {
    OpenIndex open = index;
    if (open == null || !open.isBuilt()) {
      return Optional.empty();
    }
    try {
      return Optional.of(open.search(search));
    } catch (AlreadyClosedException closing) {
      return Optional.empty();
    } catch (IOException damaged) {
      LOG.error("The search index could not be read", Map.<LogKey, Object>of(), damaged);
      unreadable = true;
      return Optional.empty();
    }
  }

  /**
   * Takes over what the table has and the index has not, unless it cannot be said now what that is.
   * Waits so long for another thread that is at it.
   */
  Optional<Progress> catchUp(Duration patience) throws IOException, InterruptedException {
    if (!writing.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return Optional.empty();
    }
    try {
      if (closed) {
        return Optional.empty();
      }
      OpenIndex open = opened();
      long visible = database.read(revisions::visible);
      progress = new Progress(Math.max(0, visible - open.revision()), progress.documents());
      if (building != null || !open.isBuilt() || open.revision() != visible) {
        Optional<Long> settled = database.inTransaction(revisions::settled);
        if (settled.isPresent()) {
          takeOverOrAbandon(open, settled.get());
        }
      }
      int documents = open.search(searcher -> searcher.getIndexReader().numDocs());
      progress = new Progress(Math.max(0, visible - open.revision()), documents);
      return Optional.of(progress);
    } finally {
      writing.unlock();
    }
  }

  private OpenIndex opened() throws IOException {
    OpenIndex open = index;
    if (open != null && unreadable) {
      abandon(open);
      open = null;
    }
    if (open == null) {
      UUID identity = database.read(people::database);
      open = OpenIndex.at(folder(), identity);
      index = open;
      unreadable = false;
    }
    return open;
  }

  private void takeOverOrAbandon(OpenIndex open, long highest) throws IOException {
    try {
      takeOver(open, highest);
    } catch (IOException | RuntimeException failure) {
      abandon(open);
      throw failure;
    }
  }

  /**
   * An index ahead of its table is one of an older state of it, and built anew like a foreign. Who
   * changes while it is built stands above what was wanted, and comes with the next catch-up; until
   * then it lacks them and nobody searches it.
   */
  private void takeOver(OpenIndex open, long highest) throws IOException {
    boolean anew = building != null || !open.isBuilt() || open.revision() > highest;
    if (anew && building == null) {
      open.startAnew();
      building = 0L;
    }
    long from = building == null ? open.revision() : building;
    long count = apply(open, from, highest);
    if (anew) {
      building = highest;
      if (!database.inTransaction(revisions::settled).equals(Optional.of(highest))) {
        return;
      }
    }
    if (count >= config.compactFrom()) {
      open.compact();
    }
    open.commit(highest);
    building = null;
    if (anew) {
      LOG.info("The search index was built", Map.of(LogKey.count, count));
    }
  }

  private long apply(OpenIndex open, long from, long highest) throws IOException {
    long reached = from;
    long count = 0;
    List<IndexedPerson> chunk = chunk(reached, highest);
    while (!chunk.isEmpty()) {
      open.apply(chunk);
      count += chunk.size();
      reached = chunk.getLast().revision();
      chunk = chunk(reached, highest);
    }
    return count;
  }

  private List<IndexedPerson> chunk(long above, long highest) {
    return database.read(
        transaction -> people.between(transaction, above, highest, config.chunk()));
  }

  private Path folder() throws IOException {
    if (folder == null) {
      folder =
          config.folder().isPresent()
              ? config.folder().get()
              : TemporaryFolder.create("liaison-directory-index");
    }
    return folder;
  }

  /** What was not committed is dropped; the next catch-up opens the folder again. */
  private void abandon(OpenIndex open) {
    index = null;
    building = null;
    try {
      open.close();
    } catch (IOException | RuntimeException failure) {
      LOG.warn("The search index could not be closed", Map.<LogKey, Object>of(), failure);
    }
  }

  @PreDestroy
  void close() throws IOException {
    writing.lock();
    try {
      closed = true;
      OpenIndex open = index;
      if (open != null) {
        abandon(open);
      }
      if (folder != null && config.folder().isEmpty()) {
        TemporaryFolder.delete(folder);
      }
    } finally {
      writing.unlock();
    }
  }
}
