package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.acceptance.register.Register;
import fr.liaison.platform.Platform;
import fr.liaison.platform.postgres.DatabaseAccess;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * A register as large as the nation's, through the gateway into the heap that the local platform
 * gives the directory: first, on following nights, and once more unchanged; beside a bare COPY of
 * the same file. A service that needs more memory dies, and this fails. Not part of the gate; the
 * directory-service's README says how to run it.
 */
@Scenario
class NationalRegisterBenchmark {
  private static final int ONE_IN = 1_000;

  /** The goal of a night, beside a bare COPY. */
  private static final double MOST_COPIES = 2;

  private final Platform platform;

  NationalRegisterBenchmark(Platform platform) {
    this.platform = platform;
  }

  @Test
  void isImportedInTheHeapOfTheLocalPlatform(@TempDir Path folder) throws Exception {
    Path register = register();
    Path night = without(register, folder.resolve("night.txt"));
    double copied = copy(register);
    print("bare COPY", copied, copied);
    print("first", upload(register), copied);
    double longest = 0;
    for (Path next : List.of(night, register, night, night)) {
      double seconds = upload(next);
      print("night", seconds, copied);
      longest = Math.max(longest, seconds);
    }
    assertThat(longest / copied).as("times a bare COPY").isLessThanOrEqualTo(MOST_COPIES);
  }

  private static void print(String name, double seconds, double copied) {
    System.out.printf("%s: %.1f s, %.1f x%n", name, seconds, seconds / copied);
  }

  /** Seconds until every line stands in a table without an index. */
  private double copy(Path file) throws Exception {
    DatabaseAccess database = platform.database("directory");
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
        Statement statement = connection.createStatement();
        InputStream bytes = Files.newInputStream(file)) {
      statement.execute("create table bare_copy (line text)");
      long start = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy bare_copy from stdin"
                  + " (format csv, delimiter e'\\x02', quote e'\\x01', escape e'\\x01')",
              bytes,
              1 << 16);
      double seconds = (System.nanoTime() - start) / 1e9;
      statement.execute("drop table bare_copy");
      return seconds;
    }
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

  private double upload(Path file) throws Exception {
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
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
    awaitIndex();
    return seconds;
  }

  /** The index of searches follows a first import for a minute, on the same two cores. */
  private void awaitIndex() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> metrics().contains("liaison_search_index_lag 0.0"));
  }

  private String metrics() throws Exception {
    URI address = URI.create(platform.serviceUrl("directory") + "/q/metrics");
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return http.send(
              HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
