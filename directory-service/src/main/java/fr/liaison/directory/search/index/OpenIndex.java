package fr.liaison.directory.search.index;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The index of one folder, open for one writer and any number of searches. Searches see the last
 * commit, which names the database and the revision it holds; what is written after it is not seen,
 * and gone when this is closed.
 */
final class OpenIndex implements AutoCloseable {
  /** What {@link PersonDocument} writes; an index of another format is built anew. */
  static final String FORMAT = "8";

  private static final String FORMAT_KEY = "format";
  private static final String DATABASE_KEY = "database";
  private static final String REVISION_KEY = "revision";
  private static final double BUFFER_MEGABYTES = 32;
  private static final String FILES_OF_AN_INDEX = "{segments_*,pending_segments_*,_*}";

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final UUID database;
  private volatile Map<String, String> committed;

  private OpenIndex(Directory directory, IndexWriter writer, UUID database) throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.database = database;
    this.searchers = new SearcherManager(directory, new SearcherFactory());
    this.committed = commitData(directory);
  }

  /**
   * Opens what is there; of a damaged index nothing remains. Fails when another process has the
   * folder.
   */
  static OpenIndex at(Path folder, UUID database) throws IOException {
    Files.createDirectories(folder);
    try {
      return open(folder, database);
    } catch (LockObtainFailedException taken) {
      throw taken;
    } catch (IOException | RuntimeException damaged) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FILES_OF_AN_INDEX)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      return open(folder, database);
    }
  }

  private static OpenIndex open(Path folder, UUID database) throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      IndexWriter writer = new IndexWriter(directory, configuration());
      try {
        if (!DirectoryReader.indexExists(directory)) {
          writer.commit();
        }
        checkIntegrity(directory);
        return new OpenIndex(directory, writer, database);
      } catch (IOException | RuntimeException failure) {
        writer.rollback();
        throw failure;
      }
    } catch (IOException | RuntimeException failure) {
      directory.close();
      throw failure;
    }
  }

  /** Sorted as {@link TopHits} needs it. */
  private static IndexWriterConfig configuration() {
    return new IndexWriterConfig()
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setIndexSort(new Sort(new SortField(Field.ORDER, SortField.Type.STRING)))
        .setCommitOnClose(false);
  }

  private static void checkIntegrity(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    }
  }

  private static Map<String, String> commitData(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return Map.copyOf(reader.getIndexCommit().getUserData());
    }
  }

  /** Whether it holds this database's people, in this format, as of some revision. */
  boolean isBuilt() {
    return FORMAT.equals(committed.get(FORMAT_KEY))
        && database.toString().equals(committed.get(DATABASE_KEY));
  }

  /** The revision it holds; zero before it is built. */
  long revision() {
    return isBuilt() ? Long.parseLong(committed.getOrDefault(REVISION_KEY, "0")) : 0;
  }

  /** Forgets everybody at the next commit; until then searches find who was there. */
  void startAnew() throws IOException {
    writer.deleteAll();
  }

  void apply(List<IndexedPerson> people) throws IOException {
    for (IndexedPerson person : people) {
      Term id = new Term(Field.ID, PersonDocument.id(person.id()));
      if (person.active()) {
        writer.updateDocument(id, PersonDocument.of(person));
      } else {
        writer.deleteDocuments(id);
      }
    }
  }

  /** Makes one segment of what was written, which is worth it after a whole build. */
  void compact() throws IOException {
    writer.forceMerge(1);
  }

  /** Commits all that was applied as the state of this revision, and shows it to searches. */
  void commit(long revision) throws IOException {
    Map<String, String> data =
        Map.of(
            FORMAT_KEY, FORMAT,
            DATABASE_KEY, database.toString(),
            REVISION_KEY, Long.toString(revision));
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
    committed = data;
    searchers.maybeRefreshBlocking();
  }

  /** Something to find out from one unchanging state of the index. */
  interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  <T> T search(Search<T> search) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return search.in(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    try (directory;
        searchers) {
      writer.rollback();
    }
  }
}
