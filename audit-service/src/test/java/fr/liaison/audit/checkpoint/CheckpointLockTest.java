package fr.liaison.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.audit.TestConfig;
import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import fr.liaison.audit.tlog.merkle.TreeHead;
import fr.liaison.audit.tlog.note.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointLockTest {

  @TempDir Path folder;
  private TestConfig config;
  private CheckpointLock lock;

  @BeforeEach
  void open() {
    config = new TestConfig(folder.resolve("not/yet/there/checkpoint"));
    lock = new CheckpointLock(config);
  }

  @Test
  void theFirstCheckpointFindsNoneAndIsKept() {
    assertThat(lock.read()).isEmpty();
    assertThat(lock.replace(Optional.empty(), note(1))).isTrue();
    assertThat(new CheckpointLock(config).read()).contains(note(1));
  }

  @Test
  void onlyWhoKnowsTheLastCheckpointReplacesIt() {
    lock.replace(Optional.empty(), note(1));

    assertThat(lock.replace(Optional.empty(), note(2))).isFalse();
    assertThat(lock.replace(Optional.of(note(2)), note(3))).isFalse();
    assertThat(lock.read()).contains(note(1));
    assertThat(lock.replace(Optional.of(note(1)), note(2))).isTrue();
    assertThat(lock.read()).contains(note(2));
  }

  @Test
  void ofManyPublishersAtOnceExactlyOneWins() throws Exception {
    lock.replace(Optional.empty(), note(1));
    List<Callable<Boolean>> publishers =
        IntStream.range(2, 34)
            .<Callable<Boolean>>mapToObj(i -> () -> lock.replace(Optional.of(note(1)), note(i)))
            .toList();
    int won = 0;
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> result : pool.invokeAll(publishers)) {
        won += result.get() ? 1 : 0;
      }
    }

    assertThat(won).isEqualTo(1);
  }

  @Test
  void aFileThatIsNoCheckpointIsReported() throws IOException {
    lock.replace(Optional.empty(), note(1));
    Files.writeString(config.lockFile(), "");

    assertThatThrownBy(lock::read).isInstanceOf(MalformedLogDataException.class);
  }

  private SignedNote note(int size) {
    return new LogIdentity(config).sign(new TreeHead(size, Hash.emptyTree()));
  }
}
