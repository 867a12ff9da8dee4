package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class RegisterArchiveTest extends RunningService {
  @Inject ImportRegister importRegister;
  @Inject RegisterImports imports;
  @Inject Database database;
  @TempDir Path folder;

  @Test
  void thePublishedArchiveIsImportedAndItsOtherFilesAreCounted() throws IOException {
    Api.Answer report = upload("application/zip", archive("publie"));
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.body().get("ignoredFiles").asInt()).isEqualTo(1);
    assertThat(report.body().get("people").asInt()).isGreaterThan(240);
    assertThat(report.body().get("departures").asInt()).isZero();
  }

  @Test
  void theConfiguredFileMayBeTheArchiveAndIsImportedOnce() throws IOException {
    Path file = folder.resolve("PS_LibreAcces_202611220730.zip");
    Files.write(file, archive("configure"));
    startWith(file);
    JsonNode first = newest();
    assertThat(first.get("origin").asText()).isEqualTo("start-up");
    assertThat(first.get("outcome").asText()).isEqualTo("accepted");
    assertThat(first.get("registerDate").asText()).isEqualTo("2026-11-22");
    startWith(file);
    assertThat(newest().get("id").asText()).isEqualTo(first.get("id").asText());
  }

  private void startWith(Path file) {
    RegisterConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(RegisterConfig.class)
            .withConverter(MemorySize.class, 200, new MemorySizeConverter())
            .withConverter(Duration.class, 200, new DurationConverter())
            .withDefaultValue("liaison.directory.register.file", file.toString())
            .build()
            .getConfigMapping(RegisterConfig.class);
    ImportAtStartUp startUp = new ImportAtStartUp(config, importRegister, imports, database);
    startUp.start(new StartupEvent());
    await().atMost(Duration.ofSeconds(60)).until(startUp::isOver);
  }

  private static JsonNode newest() {
    return administrator().get("/v1/register-imports").body().at("/items/0");
  }

  private static byte[] archive(String name) throws IOException {
    return Archive.of(Archive.WANTED, SyntheticRegister.text())
        .with("LISEZMOI_" + name + ".txt", "x")
        .bytes();
  }

  private static Api.Answer upload(String type, byte[] body) {
    Api api = administrator();
    return api.send(
        api.request("/v1/register-imports?registerDate=2026-11-20")
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }
}
