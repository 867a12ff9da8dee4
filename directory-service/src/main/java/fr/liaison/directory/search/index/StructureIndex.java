package fr.liaison.directory.search.index;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import fr.liaison.kit.problem.Problem;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * This instance's index of structures. It follows from the people's rows, so it is written whole
 * when those have changed, while the former one answers; unavailable before the first time. At most
 * one part in twenty of the time goes into that. In a temporary folder, since it is built in
 * seconds.
 */
@ApplicationScoped
public class StructureIndex {
  private static final Log LOG = Log.of(StructureIndex.class);

  /** So many times as long as it was built it is left as it is. */
  private static final int REST = 19;

  private final StructureIndexConfig config;
  private final Database database;
  private final Revisions revisions;
  private final IndexedStructures structures;
  private final ReentrantLock writing = new ReentrantLock();
  private @Nullable Open open;
  private long revision = -1;
  private long builtAt;
  private long building;
  private boolean closed;
  private volatile @Nullable SearcherManager searchers;

  StructureIndex(
      StructureIndexConfig config,
      Database database,
      Revisions revisions,
      IndexedStructures structures) {
    this.config = config;
    this.database = database;
    this.revisions = revisions;
    this.structures = structures;
  }

  private record Open(Path folder, FSDirectory directory, IndexWriter writer) {}

  /** Runs a search on one unchanging state of the index. */
  <T> T search(OpenIndex.Search<T> search) {
    SearcherManager all = searchers;
    if (all == null) {
      throw Problem.of(ProblemType.UNAVAILABLE);
    }
    try {
      IndexSearcher searcher = all.acquire();
      try {
        return search.in(searcher);
      } finally {
        all.release(searcher);
      }
    } catch (AlreadyClosedException closing) {
      throw Problem.of(ProblemType.UNAVAILABLE);
    } catch (IOException damaged) {
      LOG.error("The index of structures could not be read", Map.<LogKey, Object>of(), damaged);
      throw Problem.of(ProblemType.UNAVAILABLE);
    }
  }

  /** Failures are tried again the next time. */
  @Scheduled(
      every = "${liaison.directory.structure-index.every:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void follow() {
    try {
      catchUp();
    } catch (IOException | RuntimeException failure) {
      LOG.warn("The index of structures could not be written", Map.<LogKey, Object>of(), failure);
    }
  }

  private void catchUp() throws IOException {
    writing.lock();
    try {
      if (closed || isResting() || database.read(revisions::visible) == revision) {
        return;
      }
      Optional<Long> settled = database.inTransaction(revisions::settled);
      if (settled.isPresent()) {
        long begun = System.nanoTime();
        build();
        revision = settled.get();
        builtAt = System.nanoTime();
        building = builtAt - begun;
      }
    } finally {
      writing.unlock();
    }
  }

  private boolean isResting() {
    return revision >= 0 && System.nanoTime() - builtAt < REST * building;
  }

  private void build() throws IOException {
    Open now = opened();
    now.writer().deleteAll();
    String last = "";
    List<String> ids = idsAbove(last);
    while (!ids.isEmpty()) {
      List<String> chunk = ids;
      for (FoundStructure structure :
          database.read(transaction -> structures.of(transaction, chunk))) {
        now.writer().addDocument(StructureDocument.of(structure));
      }
      last = ids.getLast();
      ids = idsAbove(last);
    }
    now.writer().commit();
    SearcherManager all = searchers;
    if (all == null) {
      searchers = new SearcherManager(now.directory(), new SearcherFactory());
    } else {
      all.maybeRefreshBlocking();
    }
  }

  private List<String> idsAbove(String id) {
    return database.read(transaction -> structures.idsAbove(transaction, id, config.chunk()));
  }

  /** Sorted as {@link TopHits} needs it. */
  private Open opened() throws IOException {
    Open now = open;
    if (now == null || !now.writer().isOpen()) {
      close(now);
      Path folder = TemporaryFolder.create("liaison-structure-index");
      FSDirectory directory = FSDirectory.open(folder);
      IndexWriterConfig configuration =
          new IndexWriterConfig()
              .setIndexSort(new Sort(new SortField(Field.ORDER, SortField.Type.STRING)))
              .setCommitOnClose(false);
      now = new Open(folder, directory, new IndexWriter(directory, configuration));
      open = now;
    }
    return now;
  }

  private void close(@Nullable Open former) throws IOException {
    SearcherManager all = searchers;
    searchers = null;
    open = null;
    if (all != null) {
      all.close();
    }
    if (former != null) {
      former.writer().rollback();
      former.directory().close();
      TemporaryFolder.delete(former.folder());
    }
  }

  @PreDestroy
  void close() throws IOException {
    writing.lock();
    try {
      closed = true;
      close(open);
    } finally {
      writing.unlock();
    }
  }
}
