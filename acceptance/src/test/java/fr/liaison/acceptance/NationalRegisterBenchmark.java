package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.acceptance.register.Register;
import fr.liaison.platform.Platform;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A register as large as the nation's, through the gateway into the heap that the local platform
 * gives the directory: first, on the following night, and once more unchanged. A service that needs
 * more memory dies, and this fails. Not part of the gate; the directory-service's README says how
 * to run it.
 */
@Scenario
class NationalRegisterBenchmark {
  private static final int ONE_IN = 1_000;

  private final Platform platform;

  NationalRegisterBenchmark(Platform platform) {
    this.platform = platform;
  }

  @Test
  void isImportedInTheHeapOfTheLocalPlatform(@TempDir Path folder) throws Exception {
    Path register = register();
    Path night = without(register, folder.resolve("night.txt"));
    upload("first", register);
    upload("night", night);
    upload("same", night);
  }

  private static Path register() throws IOException {
    Path folder = Path.of(System.getProperty("liaison.benchmark.register"));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(
              file -> file.getFileName().toString().startsWith("PS_LibreAcces_Personne_activite"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** One row in a thousand is gone: its person has fewer places, or left. */
  private static Path without(Path register, Path night) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(register);
        BufferedWriter kept = Files.newBufferedWriter(night)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (number++ % ONE_IN != 1) {
          kept.write(line);
          kept.newLine();
        }
      }
    }
    return night;
  }

  private void upload(String name, Path file) throws Exception {
    long start = System.nanoTime();
    HttpResponse<String> report;
    try (HttpClient http = HttpClient.newHttpClient()) {
      report =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(
                          platform.url()
                              + "/api/directory/v1/register-imports?acceptDepartures=true&registerDate="
                              + new Register(platform.url()).shippedOn()))
                  .header(
                      "Authorization",
                      "Bearer " + HeadlessLogin.accessToken(platform.url(), DemoPerson.OPERATOR))
                  .header("Content-Type", "text/plain")
                  .POST(HttpRequest.BodyPublishers.ofFile(file))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    }
    assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
    System.out.printf("%s: %.1f s%n", name, (System.nanoTime() - start) / 1e9);
  }
}
