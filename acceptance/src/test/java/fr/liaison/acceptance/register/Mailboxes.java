package fr.liaison.acceptance.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import java.net.http.HttpRequest.BodyPublishers;

/** The extraction of MSSanté mailboxes as the platform's administrator loads it. */
public final class Mailboxes {
  private static final String HEADER =
      "Type de BAL|Adresse BAL|Identifiant PP|Identification nationale PP|Identification Structure";

  /** A file needs a usable row; this one is nobody's of the register. */
  private static final String STRANGER =
      "PER|nobody@example.mssante.fr|99799999992|899799999992|\n";

  private final String origin;

  public Mailboxes(String origin) {
    this.origin = origin;
  }

  /** Nobody else has one from then on. */
  public void give(DemoPerson person, String address) {
    String number = person.userName();
    load("PER|%s|%s|%s|\n".formatted(address, number.substring(1), number));
  }

  public void takeAll() {
    load("");
  }

  private void load(String rows) {
    Answer report =
        Api.at(origin)
            .withToken(HeadlessLogin.accessToken(origin, DemoPerson.OPERATOR))
            .with("Content-Type", "text/plain")
            .send(
                "POST",
                "/api/directory/v1/register-imports?acceptDepartures=true",
                BodyPublishers.ofString(HEADER + "\n" + rows + STRANGER));
    assertThat(report.status()).as(report.body()).isEqualTo(200);
    assertThat(report.json().path("kind").asText()).isEqualTo("mailboxes");
  }
}
