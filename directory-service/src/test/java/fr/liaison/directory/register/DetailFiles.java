package fr.liaison.directory.register;

import fr.liaison.directory.Api;
import fr.liaison.register.layout.DiplomaColumn;
import fr.liaison.register.layout.KnowHowColumn;
import fr.liaison.register.layout.MailboxColumn;
import fr.liaison.register.layout.Row;
import fr.liaison.test.TestTokens;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Files of skills, diplomas and mailboxes of some day, with strangers so that none is too small.
 */
public final class DetailFiles {
  private DetailFiles() {}

  public static String skill(String nationalId, String code, String label) {
    return MalformedDetails.skill(1)
        .with(KnowHowColumn.IDENTIFIER, nationalId.substring(1))
        .with(KnowHowColumn.NATIONAL_ID, nationalId)
        .with(KnowHowColumn.KNOW_HOW_CODE, code)
        .with(KnowHowColumn.KNOW_HOW, label)
        .line();
  }

  public static String diploma(String nationalId, String code, String label) {
    return MalformedDetails.diploma(1)
        .with(DiplomaColumn.IDENTIFIER, nationalId.substring(1))
        .with(DiplomaColumn.NATIONAL_ID, nationalId)
        .with(DiplomaColumn.DIPLOMA_TYPE_CODE, "DE")
        .with(DiplomaColumn.DIPLOMA_TYPE, "Diplôme d'État")
        .with(DiplomaColumn.DIPLOMA_CODE, code)
        .with(DiplomaColumn.DIPLOMA, label)
        .line();
  }

  public static String authorisation(String nationalId, String code, String discipline) {
    return MalformedDetails.diploma(1)
        .with(DiplomaColumn.IDENTIFIER, nationalId.substring(1))
        .with(DiplomaColumn.NATIONAL_ID, nationalId)
        .with(DiplomaColumn.DIPLOMA_TYPE, "")
        .with(DiplomaColumn.DIPLOMA, "")
        .with(DiplomaColumn.AUTHORISATION_TYPE_CODE, code)
        .with(DiplomaColumn.AUTHORISATION_TYPE, "Autorisation ministérielle")
        .with(DiplomaColumn.DISCIPLINE, discipline)
        .line();
  }

  public static String mailbox(String nationalId, String address) {
    return MalformedMailboxes.of(1)
        .with(MailboxColumn.IDENTIFIER, nationalId.substring(1))
        .with(MailboxColumn.NATIONAL_ID, nationalId)
        .with(MailboxColumn.ADDRESS, address)
        .line();
  }

  public static Api.Answer skills(String date, String... rows) {
    return upload(date, MalformedDetails.SKILLS, strangers(MalformedDetails::skill), rows);
  }

  public static Api.Answer qualifications(String date, String... rows) {
    return upload(date, MalformedDetails.DIPLOMAS, strangers(MalformedDetails::diploma), rows);
  }

  /** With the same strangers as other tests of mailboxes leave behind. */
  public static Api.Answer mailboxes(String date, String... rows) {
    List<String> strangers =
        IntStream.rangeClosed(100, 160)
            .mapToObj(number -> MalformedMailboxes.of(number).line())
            .toList();
    return upload(date, MalformedMailboxes.HEADER, strangers, rows);
  }

  private static List<String> strangers(java.util.function.IntFunction<Row<?>> of) {
    return IntStream.range(700, 703).mapToObj(number -> of.apply(number).line()).toList();
  }

  private static Api.Answer upload(
      String date, String header, List<String> strangers, String... rows) {
    String text =
        String.join(
            "\n",
            Stream.of(List.of(header), strangers, List.of(rows)).flatMap(List::stream).toList());
    return Api.as(TestTokens.account("administrator", "platform-admin"))
        .postText(
            "/v1/register-imports?acceptDepartures=true&registerDate=" + date,
            "text/plain",
            text + "\n");
  }
}
