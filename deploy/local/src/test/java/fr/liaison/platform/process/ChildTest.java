package fr.liaison.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aKilledChildIsGoneAndCanBeStartedAgain(boolean pipe) throws Exception {
    Child child =
        new Child(
            SleepingPiece.in(folder), folder, pipe ? new Lifeline.BrokenPipe() : Lifeline.find());

    assertThat(child.start()).isInstanceOf(Health.Ready.class);
    await().until(() -> child.pid().isPresent());
    long first = child.pid().orElseThrow();
    child.kill();
    assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(child.pid()).isEmpty();
    assertThat(child.start()).isInstanceOf(Health.Ready.class);
    await().until(() -> child.pid().isPresent());
    assertThat(child.pid().orElseThrow()).isNotEqualTo(first);
    child.stop();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void whatAKilledChildLeavesBehindIsGoneBeforeItCanBeStartedAgain() throws Exception {
    Path held = Files.createFile(folder.resolve("held"));
    String staying = "while [ -e '%s' ]; do sleep 0.1; done & exec sleep 600".formatted(held);
    Child child = new Child(new SleepingPiece(staying, folder, OptionalInt.empty()), folder);
    child.start();
    ProcessHandle killed = ProcessHandle.of(child.pid().orElseThrow()).orElseThrow();
    await().until(() -> killed.children().findAny().isPresent());
    ProcessHandle left = killed.children().findAny().orElseThrow();
    // It notices only when the other is dead.
    var _ = killed.onExit().thenRun(() -> held.toFile().delete());

    child.kill();

    assertThat(left.isAlive()).isFalse();
  }

  @Test
  void aChildThatEndsAtOnceIsReportedWithItsLog() {
    Child child = failing("echo the reason; exit 7");

    assertThatThrownBy(child::startOrFail)
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("status 7")
        .hasMessageContaining("the reason")
        .hasMessageContaining(child.log().toString());
  }

  @Test
  void aStopNeedNotWaitForTheEndOfAStart() throws Exception {
    Child child = failing("exec sleep 600");
    Thread starting = Thread.ofVirtual().start(() -> assertThatThrownBy(child::startOrFail));
    await().until(child::isAlive);

    child.stop();

    assertThat(starting.join(java.time.Duration.ofSeconds(60))).isTrue();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void aTakenPortIsNamedAndNothingStarted() throws IOException, InterruptedException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Child child =
          new Child(
              new SleepingPiece("sleep 600", folder, OptionalInt.of(other.getLocalPort())), folder);

      assertThat(child.start()).isEqualTo(new Health.PortTaken("sleeper", other.getLocalPort()));
      assertThat(child.isAlive()).isFalse();
    }
  }

  @Test
  void theLaunchersEnvironmentStaysOutside() throws Exception {
    Child child =
        new Child(new SleepingPiece("env; exec sleep 600", folder, OptionalInt.empty()), folder);
    child.start();
    await().until(() -> Files.readString(child.log()).contains("PATH="));
    child.kill();

    assertThat(Files.readString(child.log()).lines().map(line -> line.replaceFirst("=.*", "")))
        .isSubsetOf(
            "PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "PWD", "SHLVL", "_", "OLDPWD");
  }

  private Child failing(String script) {
    return new Child(
        new Piece() {
          @Override
          public String name() {
            return "failing";
          }

          @Override
          public OptionalInt port() {
            return OptionalInt.empty();
          }

          @Override
          public void prepare() {}

          @Override
          public Launch launch(Path log) {
            return Launch.of(
                java.util.List.of("/bin/sh", "-c", script),
                java.util.Map.of(),
                folder,
                () -> false);
          }
        },
        folder);
  }
}
