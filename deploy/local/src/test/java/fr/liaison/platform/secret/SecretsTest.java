package fr.liaison.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;

  @Test
  void secretsAreKeptAndReadableByTheirOwnerOnly() throws IOException {
    Path file = folder.resolve("secrets.properties");
    Secrets first = Secrets.in(file);
    String password = first.password("a");
    VapidKeys vapid = first.vapid("vapid");
    first.save();

    Secrets second = Secrets.in(file);

    assertThat(second.password("a")).isEqualTo(password);
    assertThat(second.vapid("vapid")).isEqualTo(vapid);
    assertThat(second.password("b")).isNotEqualTo(password);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void keysHaveTheLengthsTheirReadersExpect() throws IOException {
    Secrets secrets = Secrets.in(folder.resolve("secrets.properties"));
    VapidKeys vapid = secrets.vapid("vapid");

    assertThat(Base64.getDecoder().decode(secrets.key("k"))).hasSize(32);
    assertThat(Base64.getUrlDecoder().decode(vapid.publicKey())).hasSize(65).startsWith(4);
    assertThat(Base64.getUrlDecoder().decode(vapid.privateKey())).hasSize(32);
    assertThat(vapid.toString()).doesNotContain(vapid.privateKey());
  }
}
