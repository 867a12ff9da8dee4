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
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.register.DetailFiles;
import fr.liaison.directory.register.RegisterFiles;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Skills, diplomas, authorisations and mailboxes between two of their files. */
@QuarkusTest
class TopUpDetailsTest extends RunningTopUp {
  /** A doctor of the file, with what the files of details say of her. */
  private static final String ANNE = "8" + rpps(101);

  private static final String HERS = "anne@medecin.mssante.example";
  private static final String OTHER = "anne@ch.mssante.example";

  @BeforeEach
  void filesOfToday() throws Exception {
    upload(today(), doctor(101, "AUBE", "Anne"), doctor(102, "BRUME", "Luc"));
    skills(today(), DetailFiles.skill(ANNE, "SM57", "Allergologie"));
    qualifications(
        today(),
        DetailFiles.diploma(ANNE, "DE28", "DE Docteur en médecine"),
        DetailFiles.diploma("8" + rpps(102), "DE09", "DE Infirmier"),
        DetailFiles.authorisation(ANNE, "AM01", "Pédiatrie"),
        DetailFiles.authorisation("8" + rpps(102), "AM04", ""));
    mailboxes(today(), DetailFiles.mailbox(ANNE, HERS));
  }

  @AfterEach
  void leaveNobodyWithDetails() throws Exception {
    database.run(transaction -> transaction.update("delete from fresh_detail"));
    skills(today());
    qualifications(today());
    mailboxes(today());
  }

  @Test
  void whatWasAddedIsShownInTheWordsOfTheDirectoryAndFound() throws Exception {
    String digest = digest(ANNE);
    source.put(structure("s1", SHOP));
    source.put(everything(anne()), now());
    PractitionerRole role = role("r1", "a1", "s1");
    role.addTelecom(mailbox(OTHER, "PER"));
    role.addTelecom(mailbox("cabinet@medecin.mssante.example", "CAB"));
    source.put(role, now());

    assertThat(attempt()).isEqualTo("completed");

    JsonNode card = shown(ANNE);
    assertThat(card.path("skills").findValuesAsText("label"))
        .containsExactly("Pédiatrie", "Allergologie");
    assertThat(card.at("/skills/0/profession").asText()).isEqualTo("Médecin");
    assertThat(card.at("/skills/1/type").asText()).isEqualTo("Spécialité ordinale");
    assertThat(card.path("qualifications").findValuesAsText("label"))
        .containsExactly(
            "Autorisation ministérielle",
            "Autorisation ministérielle",
            "DE Docteur en médecine",
            "DE Infirmier");
    assertThat(card.at("/qualifications/0/discipline").asText()).isEqualTo("Pédiatrie");
    assertThat(card.at("/qualifications/1/code").asText()).isEqualTo("AM04");
    assertThat(card.at("/qualifications/2/type").asText()).isEqualTo("Diplôme d'État");
    assertThat(addresses(ANNE)).containsExactly(OTHER, HERS);
    assertThat(card.at("/mailboxes/0/structureName").asText()).isEqualTo(SHOP.name());
    assertThat(digest(ANNE)).isNotEqualTo(digest);
    assertThat(status().at("/runs/0/changes").asInt()).isEqualTo(1);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(names(found(Map.of("q", "aube anne", "savoirFaire", "SM40"))))
                    .containsExactly("AUBE"));
  }

  @Test
  void whatIsReadAgainInAnotherOrderWritesNothing() throws Exception {
    Practitioner anne = everything(anne());
    anne.addTelecom(mailbox(OTHER, "PER"));
    source.put(anne, now());
    assertThat(attempt()).isEqualTo("completed");
    String rows = rows();
    long revision = revision(ANNE);
    String digest = digest(ANNE);
    Collections.reverse(anne.getQualification());
    Collections.reverse(anne.getTelecom());
    Collections.reverse(anne.getExtension());
    anne.getQualification().addAll(anne.copy().getQualification());
    anne.getTelecom().addAll(anne.copy().getTelecom());
    source.put(anne, now());

    assertThat(attempt()).isEqualTo("completed");
    rewind();
    assertThat(attempt()).isEqualTo("completed");

    assertThat(rows()).isEqualTo(rows);
    assertThat(revision(ANNE)).isEqualTo(revision);
    assertThat(digest(ANNE)).isEqualTo(digest);
    assertThat(status().at("/runs/0/changes").asInt()).isZero();
    assertThat(status().at("/runs/1/changes").asInt()).isZero();
  }

  @Test
  void whatAnEntryDoesNotCarryStaysAndWhatItNoLongerListsGoes() throws Exception {
    mailboxes(today(), DetailFiles.mailbox(ANNE, HERS), DetailFiles.mailbox(ANNE, OTHER));
    source.put(anne(), now());
    assertThat(attempt()).isEqualTo("completed");
    assertThat(shown(ANNE).path("skills")).hasSize(1);
    assertThat(shown(ANNE).path("qualifications")).hasSize(2);
    assertThat(addresses(ANNE)).containsExactly(OTHER, HERS);

    Practitioner anne = skilled(qualified(anne(), "DE", "DE09"), "SM40");
    anne.addTelecom(mailbox(OTHER, ""));
    source.put(anne, now());
    assertThat(attempt()).isEqualTo("completed");

    assertThat(shown(ANNE).path("skills").findValuesAsText("code")).containsExactly("SM40");
    assertThat(shown(ANNE).path("qualifications").findValuesAsText("code"))
        .containsExactly("AM01", "DE09");
    assertThat(addresses(ANNE)).containsExactly(OTHER);
    assertThat(shown(ANNE).path("savoirFaire").asText()).isEqualTo("Pédiatrie");

    source.put(anne(), now());
    assertThat(attempt()).isEqualTo("completed");
    assertThat(shown(ANNE).path("savoirFaire").asText()).isEqualTo("Pédiatrie");
    assertThat(status().at("/runs/0/changes").asInt()).isZero();
  }

  @Test
  void aMailboxOnTheRedListGoesAtOnceAndNoOlderFileShowsItAgain() throws Exception {
    Practitioner anne = anne();
    anne.addTelecom(redListed(mailbox(HERS.toUpperCase(java.util.Locale.ROOT), "PER")));
    anne.addTelecom(mailbox(HERS, ""));
    anne.addTelecom(redListed(mailbox(OTHER, "CAB")));
    long before = revision(ANNE);
    source.put(anne, now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(addresses(ANNE)).isEmpty();
    assertThat(revision(ANNE)).isGreaterThan(before);
    assertThat(mailboxes(today(), DetailFiles.mailbox(ANNE, HERS)).path("keptNewer").asInt())
        .isEqualTo(1);
    assertThat(addresses(ANNE)).isEmpty();
    assertThat(rows()).doesNotContain(HERS, OTHER);
  }

  @Test
  void filesThatMayBeOlderChangeNothingAndNewerOnesWin() throws Exception {
    Practitioner anne = skilled(qualified(anne(), "DE", "DE09"), "SM40");
    anne.addTelecom(mailbox(OTHER, "PER"));
    source.put(anne, now());
    assertThat(attempt()).isEqualTo("completed");

    for (String day : List.of(today(), "2026-01-02")) {
      JsonNode skills = skills(day, DetailFiles.skill(ANNE, "SM57", "Allergologie"));
      assertThat(skills.path("keptNewer").asInt()).isEqualTo(1);
      assertThat(skills.at("/files/0/changed").asInt()).isZero();
      JsonNode diplomas = qualifications(day, DetailFiles.diploma(ANNE, "DE28", "DE Docteur"));
      assertThat(diplomas.path("keptNewer").asInt()).isEqualTo(1);
      assertThat(mailboxes(day, DetailFiles.mailbox(ANNE, HERS)).path("keptNewer").asInt())
          .isEqualTo(1);
    }
    upload(LocalDate.now().plusDays(3).toString(), doctor(101, "AUBE", "Anne"));
    skills(today());
    assertThat(shown(ANNE).path("skills").findValuesAsText("code"))
        .as("the register's own file is none of skills")
        .containsExactly("SM40");
    assertThat(shown(ANNE).path("qualifications").findValuesAsText("code"))
        .containsExactly("AM01", "DE09");
    assertThat(addresses(ANNE)).containsExactly(OTHER);

    String newer = LocalDate.now().plusDays(3).toString();
    JsonNode skills = skills(newer, DetailFiles.skill(ANNE, "SM57", "Allergologie"));
    assertThat(skills.has("keptNewer")).isFalse();
    qualifications(newer, DetailFiles.diploma(ANNE, "DE28", "DE Docteur en médecine"));
    mailboxes(newer, DetailFiles.mailbox(ANNE, HERS));
    assertThat(shown(ANNE).path("skills").findValuesAsText("code")).containsExactly("SM57");
    assertThat(shown(ANNE).path("qualifications").findValuesAsText("code")).containsExactly("DE28");
    assertThat(addresses(ANNE)).containsExactly(HERS);
  }

  @Test
  void whatIsOlderThanAFileOfItsKindDoesNotFollow() throws Exception {
    mailboxes(LocalDate.now().plusDays(2).toString(), DetailFiles.mailbox(ANNE, HERS));
    Practitioner anne = skilled(anne(), "SM40");
    anne.addTelecom(mailbox(OTHER, "PER"));
    source.put(anne, now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(addresses(ANNE)).containsExactly(HERS);
    assertThat(shown(ANNE).path("skills").findValuesAsText("code")).containsExactly("SM40");
  }

  @Test
  void whoComesByATopUpBringsTheirDetailsAndAMailboxMayBeOfTwo() throws Exception {
    Practitioner guy = skilled(person("g1", rpps(103), "GIVRE", "Guy", "10"), "SM57");
    guy.addTelecom(mailbox(HERS, "PER"));
    source.put(guy, now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(status().at("/runs/0/arrivals").asInt()).isEqualTo(1);
    assertThat(addresses("8" + rpps(103))).containsExactly(HERS);
    assertThat(addresses(ANNE)).containsExactly(HERS);
    assertThat(shown("8" + rpps(103)).at("/skills/0/label").asText()).isEqualTo("Allergologie");
  }

  @Test
  void wordsAreGatheredOnceAfterEachImport() {
    Dictionary before = words.present();
    assertThat(words.present()).isSameAs(before);
    assertThat(before.savoirFaire("SM58")).isNull();

    skills(today(), DetailFiles.skill(ANNE, "SM58", "Maladies infectieuses"));

    assertThat(words.present().savoirFaire("SM58")).isEqualTo("Maladies infectieuses");
  }

  private static Practitioner anne() {
    return person("a1", rpps(101), "AUBE", "Anne", "10");
  }

  private static Practitioner everything(Practitioner person) {
    skilled(skilled(person, "SM57"), "SM40");
    qualified(qualified(person, "DE", "DE28"), "DE", "DE09");
    authorised(authorised(person, "AM01", "39"), "AM04", "");
    person.addTelecom(mailbox(HERS, "PER"));
    return person;
  }

  private static String doctor(int number, String family, String given) {
    return RegisterFiles.row("8", rpps(number), family, given, List.of("10", "Médecin"), SHOP);
  }

  private static JsonNode skills(String date, String... rows) {
    return accepted(DetailFiles.skills(date, rows));
  }

  private static JsonNode qualifications(String date, String... rows) {
    return accepted(DetailFiles.qualifications(date, rows));
  }

  private static JsonNode mailboxes(String date, String... rows) {
    return accepted(DetailFiles.mailboxes(date, rows));
  }

  private static JsonNode accepted(Api.Answer report) {
    assertThat(report.status()).as(report.raw().body()).isEqualTo(200);
    return report.body();
  }

  private static Api.Answer found(Map<String, String> parameters) {
    return practitioner(CLAIRE_MOREAU).search(parameters);
  }

  private static JsonNode shown(String nationalId) {
    return practitioner(CLAIRE_MOREAU).get("/v1/practitioners/" + idOf(nationalId)).body();
  }

  private static List<String> addresses(String nationalId) {
    return shown(nationalId).path("mailboxes").findValuesAsText("address");
  }

  private static String digest(String nationalId) {
    return practitioner(CLAIRE_MOREAU)
        .get("/v1/practitioners/" + idOf(nationalId) + "/card")
        .body()
        .path("digest")
        .asText();
  }

  private long revision(String nationalId) {
    return database.read(
        transaction ->
            transaction
                .first(
                    row -> row.getLong(0),
                    "select revision from practitioner where national_id = $1",
                    nationalId)
                .orElseThrow());
  }

  /** Everything stored of people, and by which transaction. */
  private String rows() {
    List<String> rows =
        database.read(
            transaction ->
                transaction.rows(
                    row -> row.getString(0),
                    """
                    select s::text || s.xmin::text from skill_set s
                    union all select q::text || q.xmin::text from qualification_set q
                    union all select m::text || m.xmin::text from mailbox m order by 1
                    """));
    return String.join("\n", rows);
  }
}
