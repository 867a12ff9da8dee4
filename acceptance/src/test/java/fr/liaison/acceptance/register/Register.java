package fr.liaison.acceptance.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Loads the shipped register again, as it is or without somebody, through the real import. */
public final class Register {
  private static final Path FOLDER = Path.of("directory-service/src/main/resources/register");

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

  private boolean logsIn(DemoPerson person) {
    try {
      return !HeadlessLogin.accessToken(origin, person).isEmpty();
    } catch (HeadlessLogin.Refused notYet) {
      return false;
    }
  }

  private Answer load(String extraction) {
    Answer report =
        Api.at(origin)
            .withToken(HeadlessLogin.accessToken(origin, DemoPerson.OPERATOR))
            .with("Content-Type", "text/plain")
            .send(
                "POST", "/api/directory/v1/register-imports", BodyPublishers.ofString(extraction));
    assertThat(report.status()).as(report.body()).isEqualTo(200);
    return report;
  }

  private static String text(Predicate<String> listed) {
    Path folder = Path.of(System.getProperty("liaison.root")).resolve(FOLDER);
    try (Stream<Path> files = Files.list(folder)) {
      Path shipped =
          files.filter(file -> file.toString().endsWith(".txt")).findFirst().orElseThrow();
      return Files.readAllLines(shipped).stream()
          .filter(listed)
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
