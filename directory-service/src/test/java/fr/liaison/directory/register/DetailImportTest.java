package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.kit.database.Database;
import fr.liaison.register.layout.DiplomaColumn;
import fr.liaison.register.layout.KnowHowColumn;
import fr.liaison.register.layout.Row;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Skills and qualifications come from files of their own, or with the register in one archive. */
@QuarkusTest
class DetailImportTest extends RunningService {
  private static final String ALLERGY = "Allergologie";

  /** Rows of people whom the register does not list, so that no file is below the floor. */
  private static final int STRANGERS = 3;

  private static final String ACCEPTING = "/v1/register-imports?acceptDepartures=true";

  @Inject Database database;
  @Inject RegisterImports imports;

  @BeforeEach
  @AfterEach
  void leaveOnlyKarimWithDetails() {
    assertThat(post(ACCEPTING, skills(skill(KARIM_BENALI, "SM59", "Urgences"))).status())
        .isEqualTo(200);
    assertThat(post(ACCEPTING, diplomas(diploma(KARIM_BENALI, "DE Médecin"))).status())
        .isEqualTo(200);
  }

  @Test
  void aSkillIsShownOnTheCardAndFindsThePersonByWordAndCode() {
    assertThat(found(ALLERGY)).doesNotContain("MOREAU");
    JsonNode report = upload(skills(karim(), skill(CLAIRE_MOREAU, "SM57", ALLERGY))).body();
    assertThat(report.get("kind").asText()).isEqualTo("skills");
    assertThat(report.get("people").asInt()).isEqualTo(2);
    assertThat(report.at("/files/0/added").asInt()).isEqualTo(1);
    JsonNode skill = card(CLAIRE_MOREAU).at("/skills/0");
    assertThat(skill.get("code").asText()).isEqualTo("SM57");
    assertThat(skill.get("label").asText()).isEqualTo(ALLERGY);
    assertThat(skill.get("type").asText()).isEqualTo("Spécialité ordinale");
    assertThat(found("moreau allergologie")).containsExactly("MOREAU");
    assertThat(names(search(Map.of("q", "moreau", "savoirFaire", "SM57"))))
        .containsExactly("MOREAU");
    assertThat(search("moreau claire").body().at("/items/0").has("skills")).isFalse();

    JsonNode without = post(ACCEPTING, skills(karim())).body();
    assertThat(without.at("/files/0/removed").asInt()).isEqualTo(1);
    assertThat(card(CLAIRE_MOREAU).has("skills")).isFalse();
    assertThat(found("moreau allergologie")).isEmpty();
  }

  @Test
  void diplomasAndAuthorisationsAreShownOnTheCardAndFindNobodyByTheirWords() {
    Row<DiplomaColumn> authorised =
        diploma(CLAIRE_MOREAU, "")
            .with(DiplomaColumn.DIPLOMA_TYPE, "")
            .with(DiplomaColumn.AUTHORISATION_TYPE, "Autorisation d'exercice")
            .with(DiplomaColumn.AUTHORISATION_TYPE_CODE, "AM 01")
            .with(DiplomaColumn.DISCIPLINE, "Médecin");
    long before = revision(CLAIRE_MOREAU);
    JsonNode report =
        upload(
                diplomas(
                    diploma(KARIM_BENALI, "DE Médecin"),
                    diploma(CLAIRE_MOREAU, "DU Hypnose")
                        .with(DiplomaColumn.DIPLOMA_TYPE_CODE, "DU")
                        .with(DiplomaColumn.DIPLOMA_CODE, "DU23"),
                    authorised))
            .body();
    assertThat(report.get("kind").asText()).isEqualTo("qualifications");
    assertThat(report.at("/files/0/rows").asInt()).isEqualTo(3 + STRANGERS);
    JsonNode listed = card(CLAIRE_MOREAU).get("qualifications");
    assertThat(listed.findValuesAsText("kind")).containsExactly("authorisation", "diploma");
    assertThat(listed.at("/0/discipline").asText()).isEqualTo("Médecin");
    assertThat(listed.at("/1/label").asText()).isEqualTo("DU Hypnose");
    assertThat(listed.at("/1/type").asText()).isEqualTo("Diplôme d'université");
    assertThat(listed.at("/1/code").asText()).isEqualTo("DU23");
    assertThat(listed.at("/1/typeCode").asText()).isEqualTo("DU");
    assertThat(listed.at("/0").has("code")).as("what is no code is left out").isFalse();
    assertThat(revision(CLAIRE_MOREAU)).isGreaterThan(before);
    assertThat(found("moreau hypnose")).isEmpty();
  }

  @Test
  void anUnchangedFileWritesNothingAndOnlyWhoseSetChangedIsIndexedAgain() {
    String both = skills(karim(), skill(CLAIRE_MOREAU, "SM57", ALLERGY));
    long karim = revision(KARIM_BENALI);
    upload(both);
    String stored = stored();
    long claire = revision(CLAIRE_MOREAU);
    String reordered = skills(skill(CLAIRE_MOREAU, "SM57", ALLERGY), karim());
    assertThat(upload(reordered).body().get("files").toString())
        .contains("\"added\":0", "\"changed\":0", "\"removed\":0");
    assertThat(stored()).as("no row is written again").isEqualTo(stored);
    assertThat(revision(CLAIRE_MOREAU)).isEqualTo(claire);
    assertThat(revision(KARIM_BENALI)).isEqualTo(karim);
  }

  @Test
  void rowsOfPeopleWhomTheRegisterDoesNotListAreCountedAndNotStored() {
    JsonNode report = upload(skills(karim())).body();
    assertThat(report.at("/files/0/unlistedRows").asInt()).isEqualTo(STRANGERS);
    assertThat(report.at("/files/0/people").asInt()).isEqualTo(1);
    assertThat(stored().lines()).hasSize(1);
  }

  @Test
  void aRepeatedRowIsADefectOfItsFileAndKeptOnce() {
    JsonNode report = upload(skills(karim(), karim())).body();
    assertThat(report.at("/defects/repeated-row").asInt()).isEqualTo(1);
    assertThat(report.at("/firstDefects/0/line").asInt()).isEqualTo(3);
    assertThat(report.at("/firstDefects/0/file").asText()).isEqualTo("skills");
    assertThat(card(KARIM_BENALI).get("skills")).hasSize(1);
    JsonNode page =
        administrator()
            .get("/v1/register-imports/" + report.get("id").asText() + "/defects")
            .body();
    assertThat(page.at("/items/0/file").asText()).isEqualTo("skills");
  }

  @Test
  void aFileAfterWhichTooManyHaveNoSkillIsRefusedAndChangesNothing() {
    Api.Answer refused = upload(skills(skill(CLAIRE_MOREAU, "SM57", ALLERGY)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().at("/report/reason").asText()).isEqualTo("too-many-removals");
    assertThat(refused.body().at("/report").has("files")).isFalse();
    assertThat(card(KARIM_BENALI).get("skills")).hasSize(1);
  }

  @Test
  void theThreeFilesOfTheArchiveAreOneImportInAnyOrder() throws IOException {
    String people = SyntheticRegister.text();
    String skills = skills(karim(), skill(CLAIRE_MOREAU, "SM57", ALLERGY));
    String diplomas =
        diplomas(diploma(KARIM_BENALI, "DE Médecin"), diploma(CLAIRE_MOREAU, "DU Hypnose"));
    JsonNode report =
        archive(
                Archive.of(MalformedDetails.DIPLOMA_ENTRY, diplomas)
                    .with("LISEZMOI.txt", "x")
                    .with(Archive.WANTED, people)
                    .with(MalformedDetails.SKILL_ENTRY, skills))
            .body();
    assertThat(report.has("kind")).isFalse();
    assertThat(report.get("ignoredFiles").asInt()).isEqualTo(1);
    assertThat(report.get("people").asInt()).isGreaterThan(240);
    assertThat(report.get("files").findValuesAsText("kind"))
        .containsExactly("register", "skills", "qualifications");
    assertThat(report.at("/files/1/defects")).isEmpty();
    assertThat(report.at("/files/2/added").asInt()).isEqualTo(1);
    JsonNode card = card(CLAIRE_MOREAU);
    assertThat(card.get("skills")).hasSize(1);
    assertThat(card.get("qualifications")).hasSize(1);
    // The skills of the archive are those in force, whatever file came alone before.
    LocalDate inForce =
        database.read(
            transaction -> imports.dateInForce(transaction, ImportKind.skills).orElseThrow());
    assertThat(inForce).isEqualTo("2026-11-20");

    String stored = stored();
    JsonNode again =
        archive(
                Archive.of(MalformedDetails.SKILL_ENTRY, skills)
                    .with(MalformedDetails.DIPLOMA_ENTRY, diplomas)
                    .with(Archive.WANTED, people))
            .body();
    assertThat(again.get("changes").asInt()).isZero();
    assertThat(stored()).isEqualTo(stored);
    assertThat(administrator().get("/v1/register-imports").body().at("/items/0/files").toString())
        .isEqualTo(again.get("files").toString());
  }

  @Test
  void oneBadFileRefusesTheWholeArchiveAndSaysWhich() throws IOException {
    Api.Answer refused =
        archive(
            Archive.of(
                    MalformedDetails.SKILL_ENTRY,
                    skills(karim(), skill(CLAIRE_MOREAU, "SM57", ALLERGY)))
                .with(Archive.WANTED, SyntheticRegister.text())
                .with(
                    MalformedDetails.DIPLOMA_ENTRY,
                    diplomas(diploma(KARIM_BENALI, "DE Médecin")) + "8|cut"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().at("/report/reason").asText()).isEqualTo("truncated");
    assertThat(refused.body().at("/report/detail").asText()).contains("Dipl_AutExerc");
    assertThat(card(CLAIRE_MOREAU).has("skills")).isFalse();
  }

  @Test
  void tooFewRowsAreRefused() {
    Api.Answer refused = upload(MalformedFiles.lines(MalformedDetails.SKILLS, karim().line()));
    assertThat(refused.body().at("/report/reason").asText()).isEqualTo("too-few-rows");
    assertThat(refused.body().at("/report/kind").asText()).isEqualTo("skills");
  }

  @Test
  void hostileRowsAreReportedByLineAndNeverEchoed() {
    JsonNode report = upload(skills(karim(), skill(CLAIRE_MOREAU, "SM57", "a\u202Esecret"))).body();
    assertThat(report.at("/defects/control-character").asInt()).isEqualTo(1);
    assertThat(report.toString()).doesNotContain("secret");
    assertThat(card(CLAIRE_MOREAU).has("skills")).isFalse();
  }

  private static Row<KnowHowColumn> karim() {
    return skill(KARIM_BENALI, "SM59", "Urgences");
  }

  private static Row<KnowHowColumn> skill(String nationalId, String code, String label) {
    return MalformedDetails.skill(1)
        .with(KnowHowColumn.IDENTIFIER, nationalId.substring(1))
        .with(KnowHowColumn.NATIONAL_ID, nationalId)
        .with(KnowHowColumn.KNOW_HOW_CODE, code)
        .with(KnowHowColumn.KNOW_HOW, label);
  }

  private static Row<DiplomaColumn> diploma(String nationalId, String label) {
    return MalformedDetails.diploma(1)
        .with(DiplomaColumn.IDENTIFIER, nationalId.substring(1))
        .with(DiplomaColumn.NATIONAL_ID, nationalId)
        .with(DiplomaColumn.DIPLOMA, label);
  }

  @SafeVarargs
  private static String skills(Row<KnowHowColumn>... rows) {
    List<String> lines = new ArrayList<>();
    for (Row<KnowHowColumn> row : rows) {
      lines.add(row.line());
    }
    strangers().forEach(number -> lines.add(MalformedDetails.skill(number).line()));
    return text(MalformedDetails.SKILLS, lines);
  }

  @SafeVarargs
  private static String diplomas(Row<DiplomaColumn>... rows) {
    List<String> lines = new ArrayList<>();
    for (Row<DiplomaColumn> row : rows) {
      lines.add(row.line());
    }
    strangers().forEach(number -> lines.add(MalformedDetails.diploma(number).line()));
    return text(MalformedDetails.DIPLOMAS, lines);
  }

  private static IntStream strangers() {
    return IntStream.range(700, 700 + STRANGERS);
  }

  private static String text(String header, List<String> lines) {
    return header + "\n" + String.join("\n", lines) + "\n";
  }

  private static Api.Answer upload(String text) {
    return post("/v1/register-imports", text);
  }

  private static Api.Answer post(String path, String text) {
    return administrator().postText(path, "text/plain", text);
  }

  private static Api.Answer archive(Archive archive) {
    Api api = administrator();
    return api.send(
        api.request("/v1/register-imports?registerDate=2026-11-20")
            .header("Content-Type", "application/zip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(archive.bytes())));
  }

  private static JsonNode card(String nationalId) {
    return practitioner(CLAIRE_MOREAU).get("/v1/practitioners/" + idOf(nationalId)).body();
  }

  private static List<String> found(String q) {
    return names(search(q));
  }

  private static Api.Answer search(Map<String, String> parameters) {
    return practitioner(CLAIRE_MOREAU).search(parameters);
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

  private String stored() {
    List<String> rows =
        database.read(
            transaction ->
                transaction.rows(
                    row -> row.getString(0),
                    "select practitioner_id || ' ' || xmin::text || ' ' || xmax::text"
                        + " from skill_set order by 1"));
    return String.join("\n", rows);
  }
}
