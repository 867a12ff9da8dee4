package fr.liaison.directory.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityFilesTest {
  @TempDir Path folder;

  @Test
  void anAuthorityIsNotMadeUnlessAllowed() {
    assertThatThrownBy(() -> files(false).loadOrGenerate())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("liaison.directory.ca.generate");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aGeneratedAuthorityIsKeptAndItsKeysAreForTheOwnerOnly() throws IOException {
    X509Certificate made = files(true).loadOrGenerate().intermediate();
    assertThat(files(false).loadOrGenerate().intermediate()).isEqualTo(made);
    assertThat(made.getBasicConstraints()).isZero();
    for (String key : List.of("root.key.pem", "intermediate.key.pem")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(key))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void instancesThatStartTogetherAgreeOnOneAuthority() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
      // Locks are held per process, so the others of this test run one after the other.
      List<Callable<AuthorityFiles.Chain>> starts = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        starts.add(() -> files(true).loadOrGenerate());
      }
      List<X509Certificate> roots = new ArrayList<>();
      for (Future<AuthorityFiles.Chain> chain : threads.invokeAll(starts)) {
        roots.add(chain.get().root());
      }
      assertThat(roots).containsOnly(roots.getFirst());
    }
  }

  @Test
  void aChainThatDoesNotHoldIsRefused(@TempDir Path other) throws IOException {
    files(true).loadOrGenerate();
    new AuthorityFiles(config(other, true)).loadOrGenerate();
    Files.copy(
        other.resolve("root.crt.pem"),
        folder.resolve("root.crt.pem"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> files(true).loadOrGenerate())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be used");
  }

  @Test
  void aKeyOfAnotherAuthorityIsRefused(@TempDir Path other) throws IOException {
    files(true).loadOrGenerate();
    new AuthorityFiles(config(other, true)).loadOrGenerate();
    Files.copy(
        other.resolve("intermediate.key.pem"),
        folder.resolve("intermediate.key.pem"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> files(true).loadOrGenerate())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFolderWithRubbishIsRefused() throws IOException {
    files(true).loadOrGenerate();
    Files.writeString(folder.resolve("intermediate.key.pem"), "%%%");
    assertThatThrownBy(() -> files(true).loadOrGenerate())
        .isInstanceOf(IllegalStateException.class);
  }

  private AuthorityFiles files(boolean generate) {
    return new AuthorityFiles(config(folder, generate));
  }

  private static CaConfig config(Path folder, boolean generate) {
    return new CaConfig() {
      @Override
      public Path directory() {
        return folder;
      }

      @Override
      public boolean generate() {
        return generate;
      }

      @Override
      public Duration rootValidity() {
        return Duration.ofDays(3650);
      }

      @Override
      public Duration intermediateValidity() {
        return Duration.ofDays(1095);
      }
    };
  }
}
