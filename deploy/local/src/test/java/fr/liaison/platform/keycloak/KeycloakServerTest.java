package fr.liaison.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.platform.layout.Cache;
import fr.liaison.platform.postgres.DatabaseAccess;
import fr.liaison.platform.process.StartFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakServerTest {

  @Test
  void anotherPortThanTheRealmsWereMadeForIsRefusedWithAWayOut(@TempDir Path data)
      throws Exception {
    Path imported = Files.createDirectories(data.resolve("keycloak")).resolve("imported");
    Files.writeString(imported, "http://localhost:8080/auth (inside: http://127.0.0.1:18180/auth)");

    assertThatThrownBy(() -> server(data, 18180, "http://localhost:9000").prepare())
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("localhost:8080")
        .hasMessageContaining("localhost:9000")
        .hasMessageContaining("./liaison reset");
    assertThatThrownBy(() -> server(data, 19180, "http://localhost:8080").prepare())
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("19180");
  }

  private static KeycloakServer server(Path data, int port, String origin) {
    return new KeycloakServer(
        new KeycloakDistribution(data.resolve("none.zip"), data.resolve("none.jar"), Cache.find()),
        data,
        data,
        new KeycloakSettings(
            port,
            port + 1,
            origin,
            new DatabaseAccess("keycloak", "k", "k", 1),
            "secret",
            Map.of()),
        List.of());
  }
}
