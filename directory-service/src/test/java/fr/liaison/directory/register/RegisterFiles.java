package fr.liaison.directory.register;

import fr.liaison.directory.Api;
import fr.liaison.register.layout.Luhn;
import fr.liaison.test.TestTokens;
import java.io.IOException;
import java.util.List;

/** The shipped register with further people, uploaded as files of some day. */
public final class RegisterFiles {
  private RegisterFiles() {}

  /** A place as a row states it. */
  public record Site(String id, String name, String postalCode, String town) {}

  public static final Site SHOP = new Site("F440900777", "OPTIQUE DU MARCHE", "44000", "Nantes");
  public static final Site OTHER_SHOP =
      new Site("F440900778", "OPTIQUE DE LA GARE", "44000", "Nantes");

  /** A number of people whom no other test knows. */
  public static String rpps(int number) {
    return Luhn.complete("997009%04d".formatted(number));
  }

  public static String adeli(int number) {
    return Luhn.complete("4491%04d".formatted(number));
  }

  /** The row of an optician. */
  public static String optician(
      String type, String identifier, String familyName, String givenName, Site site) {
    return row(type, identifier, familyName, givenName, List.of("28", "Opticien-lunetier"), site);
  }

  public static String row(
      String type,
      String identifier,
      String familyName,
      String givenName,
      List<String> profession,
      Site site) {
    return SyntheticRegister.Row.of(type, identifier)
        .person("M", familyName, givenName)
        .profession(List.of(profession.get(0), profession.get(1), "", "", "", ""))
        .with("Identifiant technique de la structure", site.id())
        .with("Raison sociale site", site.name())
        .with("Code postal (coord. structure)", site.postalCode())
        .with("Libellé commune (coord. structure)", site.town())
        .line();
  }

  public static Api.Answer upload(String date, String... rows) throws IOException {
    String text =
        SyntheticRegister.text() + (rows.length == 0 ? "" : String.join("\n", rows) + "\n");
    return Api.as(TestTokens.account("administrator", "platform-admin"))
        .postText(
            "/v1/register-imports?acceptDepartures=true&registerDate=" + date, "text/plain", text);
  }
}
