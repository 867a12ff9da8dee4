package fr.liaison.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The independent verifier of {@code acceptance/verifier}, compiled with the system's Go and run as
 * a child process.
 */
public final class GoVerifier {

  /** What the verifier said. */
  public record Verdict(int status, String line) {

    public boolean genuine() {
      return status == 0;
    }
  }

  private static final Path SYSTEM_MODULES = Path.of("/usr/share/gocode");
  private static final long PATIENCE_SECONDS = 120;

  private final Path folder;
  private final Path program;

  private GoVerifier(Path folder, Path program) {
    this.folder = folder;
    this.program = program;
  }

  /** Skips the calling test when the machine has no Go or not Debian's golang-golang-x-mod-dev. */
  public static GoVerifier compile(Path folder) {
    assumeTrue(
        Files.isDirectory(SYSTEM_MODULES.resolve("src/golang.org/x/mod/sumdb/tlog")),
        "skipped: the independent verifier needs Debian's golang-go and golang-golang-x-mod-dev");
    Path program = folder.resolve("verifier");
    Verdict compiled =
        run(
            Path.of(System.getProperty("liaison.root"), "acceptance", "verifier"),
            List.of("go", "build", "-o", program.toString(), "."));
    assertThat(compiled.status()).as(compiled.line()).isZero();
    return new GoVerifier(folder, program);
  }

  public Verdict check(String vkey, String log, String... options) {
    List<String> command = new ArrayList<>(List.of(program.toString(), "-key", vkey, "-log", log));
    command.addAll(List.of(options));
    return run(folder, command);
  }

  public Verdict checkProof(String vkey, Path proof) {
    return run(folder, List.of(program.toString(), "-key", vkey, "-proof", proof.toString()));
  }

  private static Verdict run(Path folder, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("GO111MODULE", "off");
    builder.environment().put("GOPATH", SYSTEM_MODULES.toString());
    builder.environment().put("GOFLAGS", "");
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Verdict(process.exitValue(), output.strip());
    } catch (IOException noProgram) {
      throw new UncheckedIOException(noProgram);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
