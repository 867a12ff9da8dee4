package fr.liaison.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
  private final String prefix = "liaison-index-" + UUID.randomUUID();

  @Test
  void whatADeadProcessLeftIsDeletedByTheNext() throws IOException {
    Path left = TemporaryFolder.create(prefix);
    Files.createFile(left.resolve(IndexWriter.WRITE_LOCK_NAME));
    Files.createFile(left.resolve("segments_1"));

    Path next = TemporaryFolder.create(prefix);

    assertThat(left).doesNotExist();
    assertThat(next).isEmptyDirectory();
    TemporaryFolder.delete(next);
  }

  @Test
  void whatSomebodyWritesToStays() throws IOException {
    Path used = TemporaryFolder.create(prefix);
    try (FSDirectory directory = FSDirectory.open(used);
        var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      TemporaryFolder.delete(TemporaryFolder.create(prefix));

      lock.ensureValid();
      assertThat(used).isNotEmptyDirectory();
    }
    TemporaryFolder.delete(used);
  }

  @Test
  void noLinkLeadsToSomebodyElsesFiles(@TempDir Path elsewhere) throws IOException {
    Path file = Files.createFile(elsewhere.resolve("kept"));
    Path folder = TemporaryFolder.create(prefix);
    Path link = Files.createSymbolicLink(folder.resolveSibling(prefix + "-link"), elsewhere);

    TemporaryFolder.delete(TemporaryFolder.create(prefix));

    assertThat(file).exists();
    Files.delete(link);
  }
}
