package fr.liaison.acceptance.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.register.GenerateRegister;
import fr.liaison.register.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Loads the shipped register again, as it is or changed, through the real import. */
public final class Register {
  private static final Path FOLDER = Path.of("directory-service/src/main/resources/register");

  /** A restart goes back to the shipped register only from one that is not newer. */
  private static final String SHIPPED_ON = "2026-11-20";

  private static final String TOWN = "Libellé commune (coord. structure)";

  private static final int CHANGED = 10;

  private static final int NEWCOMERS = 12;
  private static final long SEED = 7;

  private final String origin;

  public Register(String origin) {
    this.origin = origin;
  }

  /** The next extraction no longer lists this person; done when the import is. */
  public void strikeOff(DemoPerson person) {
    Answer report = load(text(line -> !line.contains("|" + person.userName() + "|")));
    assertThat(report.json().path("departures").asInt()).as(report.body()).isEqualTo(1);
  }

  /** Lists the person again; done when they can log in. */
  public void restore(DemoPerson person) {
    Answer report = load(text(line -> true));
    assertThat(report.json().path("departures").asInt()).as(report.body()).isZero();
    Awaitility.await().until(() -> logsIn(person));
  }

  /** Everybody as shipped. */
  public void loadShipped() {
    load(text(line -> true));
  }

  /** The shipped file, written to this one. */
  public void writeShipped(Path file) throws IOException {
    Files.writeString(file, text(line -> true));
  }

  /** The day it stands for. */
  public String shippedOn() {
    return SHIPPED_ON;
  }

  /** A register of the same people. */
  public enum Extract {
    SHIPPED,
    /** As after a night: of every tenth line the town is another. */
    NEXT_NIGHT;

    private boolean changes(int line) {
      return this == NEXT_NIGHT && line > 0 && line % CHANGED == 0;
    }
  }

  public void load(Extract extract) {
    load(text(extract));
  }

  /** Sends a register; done when there is an answer, or nobody is left to give one. */
  public CompletableFuture<Void> begin(Extract extract, UUID id) {
    Api administrator = administrator();
    return CompletableFuture.runAsync(
        () -> {
          try {
            send(administrator, "&id=" + id, text(extract));
          } catch (UncheckedIOException died) {
            // What became of it, the report says.
          }
        });
  }

  /** A file like the shipped one, with some generated people more; so few that they may leave. */
  public Path withNewcomers(Path folder) throws IOException {
    Path shipped = file();
    LocalDate day = LocalDate.parse(SHIPPED_ON);
    return new GenerateRegister(new Order(NEWCOMERS, SEED, folder, day, false, shipped))
        .run()
        .activities();
  }

  /** The shipped file without its last third, as after a download that was cut off cleanly. */
  public byte[] cutShort() {
    List<String> lines = text(line -> true).lines().toList();
    return lines.stream()
        .limit(lines.size() * 2L / 3)
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The report of an import that ended; missing where none began. */
  public JsonNode report(UUID id) {
    Answer answer = administrator().get("/api/directory/v1/register-imports/" + id);
    return answer.status() == 404 ? MissingNode.getInstance() : answer.json().path("report");
  }

  private boolean logsIn(DemoPerson person) {
    try {
      return !HeadlessLogin.accessToken(origin, person).isEmpty();
    } catch (HeadlessLogin.Refused notYet) {
      return false;
    }
  }

  private Answer load(String extraction) {
    Answer report = send(administrator(), "", extraction);
    assertThat(report.status()).as(report.body()).isEqualTo(200);
    return report;
  }

  private Api administrator() {
    return Api.at(origin).withToken(HeadlessLogin.accessToken(origin, DemoPerson.OPERATOR));
  }

  private static Answer send(Api administrator, String query, String extraction) {
    return administrator
        .with("Content-Type", "text/plain")
        .send(
            "POST",
            "/api/directory/v1/register-imports?registerDate=" + SHIPPED_ON + query,
            BodyPublishers.ofString(extraction));
  }

  private static String text(Extract extract) {
    List<String> lines = text(line -> true).lines().toList();
    int town = List.of(lines.getFirst().split("\\|", -1)).indexOf(TOWN);
    return IntStream.range(0, lines.size())
        .mapToObj(
            line ->
                extract.changes(line)
                    ? elsewhere(lines.get(line).split("\\|", -1), town)
                    : lines.get(line))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String elsewhere(String[] cells, int town) {
    if (town < cells.length && !cells[town].isEmpty()) {
      cells[town] = "AUTREVILLE";
    }
    return String.join("|", cells);
  }

  private static String text(Predicate<String> listed) {
    try {
      return Files.readAllLines(file()).stream()
          .filter(listed)
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path file() throws IOException {
    Path folder = Path.of(System.getProperty("liaison.root")).resolve(FOLDER);
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).findFirst().orElseThrow();
    }
  }
}
