package fr.liaison.directory.topup;

import static fr.liaison.directory.register.RegisterFiles.SHOP;
import static fr.liaison.directory.register.RegisterFiles.rpps;
import static fr.liaison.directory.topup.SourceEntries.authorised;
import static fr.liaison.directory.topup.SourceEntries.mailbox;
import static fr.liaison.directory.topup.SourceEntries.person;
import static fr.liaison.directory.topup.SourceEntries.qualified;
import static fr.liaison.directory.topup.SourceEntries.redListed;
import static fr.liaison.directory.topup.SourceEntries.role;
import static fr.liaison.directory.topup.SourceEntries.skilled;
import static fr.liaison.directory.topup.SourceEntries.structure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.practitioner.NationalCodes;
import fr.liaison.directory.register.DetailFiles;
import fr.liaison.directory.register.RegisterFiles;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Details that no source should send: nothing of them is shown, and nothing is lost by them. */
@QuarkusTest
class HostileDetailsTest extends RunningTopUp {
  private static final String INES = "8" + rpps(201);
  private static final String HERS = "ines@medecin.mssante.example";

  @BeforeEach
  void filesOfToday() throws Exception {
    upload(
        today(),
        RegisterFiles.row("8", rpps(201), "ORAGE", "Inès", List.of("10", "Médecin"), SHOP));
    assertThat(
            DetailFiles.skills(today(), DetailFiles.skill(INES, "SM57", "Allergologie")).status())
        .isEqualTo(200);
    assertThat(
            DetailFiles.qualifications(
                    today(),
                    DetailFiles.diploma(INES, "DE28", "DE Docteur en médecine"),
                    DetailFiles.authorisation(INES, "AM01", "Pédiatrie"))
                .status())
        .isEqualTo(200);
    assertThat(DetailFiles.mailboxes(today(), DetailFiles.mailbox(INES, HERS)).status())
        .isEqualTo(200);
  }

  @AfterEach
  void leaveNobodyWithDetails() throws Exception {
    database.run(transaction -> transaction.update("delete from fresh_detail"));
    assertThat(DetailFiles.skills(today()).status()).isEqualTo(200);
    assertThat(DetailFiles.qualifications(today()).status()).isEqualTo(200);
    assertThat(DetailFiles.mailboxes(today()).status()).isEqualTo(200);
  }

  @Test
  void codesThatNobodyKnowsTakeNothingAwayAndShowNothing() throws Exception {
    Practitioner ines = skilled(skilled(ines(), "SM40"), "SM999");
    skilled(ines, "SM40|Faux|x|y");
    skilled(ines, "");
    qualified(qualified(ines, "DU", "DU999"), "DE", "DE 28 ou autre");
    authorised(authorised(ines, "AM99", ""), "AM01", "autre");
    ines.addQualification().getCode().addCoding().setSystem("https://elsewhere.example/codes/");
    ines.addQualification();
    source.put(ines, now());

    assertThat(attempt()).isEqualTo("completed");

    JsonNode card = shown();
    assertThat(card.path("skills").findValuesAsText("code")).containsExactly("SM40", "SM57");
    assertThat(card.path("qualifications").findValuesAsText("code"))
        .containsExactly("AM01", "DE28");
    assertThat(card.at("/qualifications/0/discipline").asText()).isEqualTo("Pédiatrie");
  }

  @Test
  void aSpecialityStaysOnTheCardWhileWhatIsSaidOfItCannotBeRead() throws Exception {
    source.put(skilled(ines(), "SM40"), now());
    assertThat(attempt()).isEqualTo("completed");
    assertThat(shown().path("savoirFaire").asText()).isEqualTo("Pédiatrie");

    source.put(skilled(ines(), "SM999"), now());
    assertThat(attempt()).isEqualTo("completed");

    assertThat(shown().path("savoirFaire").asText()).isEqualTo("Pédiatrie");
    Practitioner both = skilled(skilled(ines(), "SM901"), "SM 40 ou autre");
    skill(both, 0).setDisplay("Chirurgie infantile");
    source.put(both, now());
    assertThat(attempt()).isEqualTo("completed");
    assertThat(shown().path("savoirFaire").asText()).isEqualTo("Pédiatrie");
    both.getQualification().removeLast();
    source.put(both, now());
    assertThat(attempt()).isEqualTo("completed");
    assertThat(shown().path("savoirFaire").asText()).isEqualTo("Chirurgie infantile");
  }

  @Test
  void anAuthorisationWhoseLimitHasNoWordsIsNotShownWithoutIt() throws Exception {
    DetailFiles.qualifications(
        today(), DetailFiles.authorisation(KARIM_BENALI, "AM01", "Chirurgie"));
    source.put(authorised(ines(), "AM01", "12"), now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(shown().has("qualifications")).isFalse();
  }

  @Test
  void wordsThatWouldBreakAnEntryOrMisleadAreNone() throws Exception {
    Practitioner ines = skilled(skilled(ines(), "SM901"), "SM902");
    skill(ines, 0).setDisplay("Chirurgie|Spécialité ordinale|Médecin");
    skill(ines, 1).setDisplay("Chirur\u202Eeig");
    source.put(skilled(ines, "SM40"), now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(shown().path("skills").findValuesAsText("code")).containsExactly("SM40", "SM57");
  }

  @Test
  void thousandsOfAnythingAreNotTakenOver() throws Exception {
    Practitioner ines = ines();
    for (int i = 0; i < 2_000; i++) {
      qualified(ines, "DU", "DU" + i)
          .getQualification()
          .getLast()
          .getCode()
          .getCoding()
          .getFirst()
          .setDisplay("Diplôme " + i);
      ines.addTelecom(mailbox("ines" + i + "@medecin.mssante.example", "PER"));
    }
    source.put(ines, now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(shown().path("qualifications").findValuesAsText("code"))
        .containsExactly("AM01", "DE28");
    assertThat(addresses()).containsExactly(HERS);
  }

  @Test
  void whoWouldPractiseTenThousandSpecialitiesIsLeftToTheFile() throws Exception {
    Practitioner ines = ines();
    for (int i = 0; i < 10_000; i++) {
      skilled(ines, "SX" + i);
      skill(ines, i).setDisplay("Spécialité " + i);
    }
    source.put(ines, now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(status().at("/runs/0/unusable").asInt()).isEqualTo(1);
    assertThat(shown().path("skills").findValuesAsText("code")).containsExactly("SM57");
  }

  @Test
  void aRepeatedQualificationIsOne() throws Exception {
    Practitioner ines = ines();
    for (int i = 0; i < 10_000; i++) {
      skilled(ines, "SM40");
    }
    source.put(ines, now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(shown().path("skills").findValuesAsText("code")).containsExactly("SM40");
  }

  @Test
  void addressesThatAreNoneOfAPersonTakeNothingAwayAndAreNotShown() throws Exception {
    Practitioner ines = ines();
    ines.addTelecom(mailbox("nouvelle@medecin.mssante.example", "PER"));
    ines.addTelecom(mailbox("a".repeat(65) + "@medecin.mssante.example", "PER"));
    ines.addTelecom(mailbox("x@" + "a.".repeat(200) + "example", "PER"));
    ines.addTelecom(mailbox("ines\u202E@medecin.mssante.example", "PER"));
    ines.addTelecom(mailbox("<script>@medecin.mssante.example", "PER"));
    ines.addTelecom(mailbox("ines@a@b.example", "PER"));
    ines.addTelecom(mailbox("279035121518989@patient.mssante.example", "PER"));
    ines.addTelecom(mailbox("type@medecin.mssante.example", "???"));
    ines.addTelecom(mailbox("service@medecin.mssante.example", "ORG"));
    ines.addTelecom(new ContactPoint().setSystem(ContactPoint.ContactPointSystem.EMAIL));
    ines.addTelecom(
        new ContactPoint()
            .setSystem(ContactPoint.ContactPointSystem.EMAIL)
            .setValue("private@courriel.example"));
    source.put(ines, now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(addresses()).containsExactly(HERS, "nouvelle@medecin.mssante.example");
  }

  @Test
  void whateverSpeaksOfTheRedListHides() throws Exception {
    source.put(structure("s1", SHOP));
    Practitioner ines = ines();
    ContactPoint told = mailbox("told@medecin.mssante.example", "PER");
    told.getExtensionByUrl(NationalCodes.MAILBOX)
        .addExtension("description", new StringType("Sur liste  rouge"));
    ContactPoint asked = mailbox("asked@medecin.mssante.example", "PER");
    asked
        .getExtensionByUrl(NationalCodes.MAILBOX)
        .addExtension("listeRouge", new StringType("oui"));
    ContactPoint former = mailbox("former@medecin.mssante.example", "PER");
    former.setUse(ContactPoint.ContactPointUse.OLD);
    List.of(told, asked, former).forEach(ines::addTelecom);
    ines.addTelecom(mailbox("red@medecin.mssante.example", "PER"));
    source.put(ines, now());
    PractitionerRole role = role("r1", "i1", "s1");
    role.addTelecom(redListed(mailbox("red@medecin.mssante.example", "PER")));
    role.addTelecom(mailbox("untyped@medecin.mssante.example", ""));
    source.put(role, now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(addresses()).containsExactly(HERS);
  }

  @Test
  void manyEntriesOfOneNumberAreAMistake() throws Exception {
    for (int i = 0; i < 25; i++) {
      source.put(person("m" + i, rpps(201), "MULTIPLE", "Inès", "10"), now());
    }

    assertThat(attempt()).isEqualTo("completed");

    assertThat(shown().path("familyName").asText()).isEqualTo("ORAGE");
    assertThat(status().at("/runs/0/changes").asInt()).isZero();
  }

  private static Practitioner ines() {
    return person("i1", rpps(201), "ORAGE", "Inès", "10");
  }

  /** The qualification at this place behind the profession. */
  private static org.hl7.fhir.r4.model.Coding skill(Practitioner person, int at) {
    return person.getQualification().get(at + 1).getCode().getCodingFirstRep();
  }

  private static JsonNode shown() {
    return practitioner(CLAIRE_MOREAU).get("/v1/practitioners/" + idOf(INES)).body();
  }

  private static List<String> addresses() {
    return shown().path("mailboxes").findValuesAsText("address");
  }
}
