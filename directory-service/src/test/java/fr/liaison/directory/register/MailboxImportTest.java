package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import fr.liaison.register.layout.MailboxColumn;
import fr.liaison.register.layout.Row;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailboxImportTest extends RunningService {
  private static final String ACCEPTING = "/v1/register-imports?acceptDepartures=true";
  private static final String HOSPITAL = "F440900017";

  @Inject Database database;
  @Inject Events events;

  /** So many strangers that one mailbox less is within the share that may disappear. */
  private static final List<Row<MailboxColumn>> STRANGERS =
      IntStream.rangeClosed(100, 160).mapToObj(MalformedMailboxes::of).toList();

  @AfterEach
  void leaveNobodyWithAMailbox() {
    assertThat(upload(ACCEPTING, STRANGERS).status()).isEqualTo(200);
  }

  @Test
  void aCardShowsThePersonsMailboxesAndSearchFindsWhoHasOne() {
    String claire = idOf(CLAIRE_MOREAU);
    assertThat(card(claire).path("mailboxes")).isEmpty();
    assertThat(withMailbox("moreau claire")).isEmpty();

    JsonNode report =
        upload(mailbox(CLAIRE_MOREAU, "Claire.Moreau@medecin.mssante.example")).body();
    assertThat(report.get("kind").asText()).isEqualTo("mailboxes");
    assertThat(report.at("/mailboxes/added").asInt()).isEqualTo(1);
    assertThat(report.at("/mailboxes/removed").asInt()).isZero();
    assertThat(report.get("people").asInt()).isEqualTo(STRANGERS.size() + 1);
    assertThat(report.get("departures").asInt()).isZero();
    JsonNode mailboxes = card(claire).get("mailboxes");
    assertThat(mailboxes).hasSize(1);
    assertThat(mailboxes.at("/0/address").asText())
        .isEqualTo("claire.moreau@medecin.mssante.example");
    assertThat(mailboxes.at("/0/paperless").asBoolean()).isTrue();
    assertThat(withMailbox("moreau claire")).containsExactly("MOREAU");
    assertThat(search("moreau claire").body().at("/items/0").has("mailboxes")).isFalse();

    assertThat(upload().body().at("/mailboxes/removed").asInt()).isEqualTo(1);
    assertThat(card(claire).path("mailboxes")).isEmpty();
    assertThat(withMailbox("moreau claire")).isEmpty();
  }

  @Test
  void onlyWhoGetsTheFirstMailboxOrLosesTheLastIsRevised() {
    Row<MailboxColumn> first = mailbox(CLAIRE_MOREAU, "claire@medecin.mssante.example");
    long before = revision(CLAIRE_MOREAU);
    long other = revision(KARIM_BENALI);
    upload(first);
    long with = revision(CLAIRE_MOREAU);
    assertThat(with).isGreaterThan(before);

    String rows = rows();
    assertThat(upload(first).body().get("mailboxes").toString())
        .contains("\"added\":0", "\"changed\":0", "\"removed\":0");
    assertThat(rows()).as("no row is written again").isEqualTo(rows);

    Row<MailboxColumn> second = mailbox(CLAIRE_MOREAU, "claire@ch.mssante.example");
    assertThat(upload(first, second).body().at("/mailboxes/added").asInt()).isEqualTo(1);
    JsonNode changed =
        upload(first.with(MailboxColumn.COMPANY_NAME, "CHU"), second).body().get("mailboxes");
    assertThat(changed.get("changed").asInt()).isEqualTo(1);
    assertThat(revision(CLAIRE_MOREAU)).isEqualTo(with);
    assertThat(revision(KARIM_BENALI)).isEqualTo(other);
  }

  @Test
  void mailboxesOfStructuresAreKeptUnderTheIdOfTheirSituations() {
    JsonNode report =
        upload(
                MalformedMailboxes.ofStructure("ORG", "FINESS", "440900017"),
                MalformedMailboxes.ofStructure("APP", "", "R10000001234567"))
            .body();
    assertThat(report.at("/mailboxes/added").asInt()).isEqualTo(2);
    assertThat(report.get("people").asInt()).isEqualTo(STRANGERS.size());
    assertThat(owners("ORG")).containsExactly(HOSPITAL);
    assertThat(owners("APP")).containsExactly("R10000001234567");
  }

  @Test
  void aStructureShowsTheMailboxesOfItsServicesUntilTheFileListsThemNoMore() {
    Row<MailboxColumn> emergencies =
        MalformedMailboxes.ofStructure("ORG", "FINESS", "440900017")
            .with(MailboxColumn.SERVICE, "URGENCES");
    Row<MailboxColumn> hidden =
        MalformedMailboxes.ofStructure("ORG", "FINESS", "440900017")
            .with(MailboxColumn.ADDRESS, "direction@e440900017.mssante.example")
            .with(MailboxColumn.SERVICE, "Liste rouge");
    Row<MailboxColumn> person =
        mailbox(CLAIRE_MOREAU, "claire@e440900017.mssante.example")
            .with(MailboxColumn.STRUCTURE_ID_TYPE, "FINESS")
            .with(MailboxColumn.STRUCTURE_ID, "440900017");
    upload(emergencies, hidden, person);

    JsonNode services = services();
    assertThat(services).hasSize(1);
    assertThat(services.at("/0/name").asText()).isEqualTo("URGENCES");
    assertThat(services.at("/0/mailboxes")).hasSize(1);
    assertThat(services.at("/0/mailboxes/0/address").asText())
        .isEqualTo("urgences@e440900017.mssante.example");

    upload(ACCEPTING, STRANGERS);
    assertThat(services()).isEmpty();
  }

  @Test
  void whoIsOnTheRedListIsNeverStored() {
    String red = MalformedMailboxes.HEADER + "|Liste rouge\n";
    String text =
        Stream.concat(
                STRANGERS.stream().map(row -> row.line() + "|N"),
                Stream.of(mailbox(CLAIRE_MOREAU, "secret@x.example").line() + "|Oui"))
            .collect(Collectors.joining("\n", red, "\n"));
    Api.Answer report = administrator().postText("/v1/register-imports", "text/plain", text);
    assertThat(report.body().at("/defects/red-listed").asInt()).isEqualTo(1);
    assertThat(report.raw().body()).doesNotContain("secret");
    assertThat(card(idOf(CLAIRE_MOREAU)).path("mailboxes")).isEmpty();
  }

  @Test
  void repeatedMailboxesCountAsDefectsAndAreKeptOnce() {
    Row<MailboxColumn> row = mailbox(CLAIRE_MOREAU, "claire@medecin.mssante.example");
    JsonNode report =
        upload(row, row, mailbox(KARIM_BENALI, "claire@medecin.mssante.example")).body();
    assertThat(report.at("/defects/repeated-row").asInt()).isEqualTo(1);
    assertThat(report.at("/firstDefects/0/line").asInt()).isEqualTo(STRANGERS.size() + 3);
    assertThat(report.at("/mailboxes/added").asInt()).isEqualTo(2);
    assertThat(card(idOf(CLAIRE_MOREAU)).get("mailboxes")).hasSize(1);
    assertThat(card(idOf(KARIM_BENALI)).get("mailboxes")).hasSize(1);
  }

  @Test
  void aFileAfterWhichTooManyDisappearIsRefusedUnlessAccepted() {
    List<Row<MailboxColumn>> half = STRANGERS.subList(0, 30);
    Api.Answer refused = upload("/v1/register-imports", half);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().at("/report/reason").asText()).isEqualTo("too-many-removals");
    assertThat(refused.body().at("/report/kind").asText()).isEqualTo("mailboxes");
    assertThat(rows().lines()).hasSize(STRANGERS.size());
    JsonNode accepted = upload(ACCEPTING, half).body();
    assertThat(accepted.get("departuresAccepted").asBoolean()).isTrue();
    assertThat(accepted.at("/mailboxes/removed").asInt()).isEqualTo(STRANGERS.size() - 30);
    assertThat(events.acts("register.import", accepted.get("id").asText()))
        .singleElement()
        .satisfies(act -> assertThat(act).contains("departuresAccepted"));
  }

  @Test
  void tooFewMailboxesAreRefused() {
    Api.Answer refused = upload("/v1/register-imports", STRANGERS.subList(0, 2));
    assertThat(refused.body().at("/report/reason").asText()).isEqualTo("too-few-rows");
  }

  @Test
  void thePublishedArchiveIsReadAsItIsAndTheRegisterStaysInForce() {
    Api api = administrator();
    String date = search("moreau claire").body().get("registerDate").asText();
    byte[] archive = Archive.of(MalformedMailboxes.ENTRY, text(STRANGERS)).bytes();
    Api.Answer report =
        api.send(
            api.request("/v1/register-imports?registerDate=2026-11-19")
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(archive)));
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.body().get("registerDate").asText()).isEqualTo("2026-11-19");
    assertThat(search("moreau claire").body().get("registerDate").asText()).isEqualTo(date);
    assertThat(api.get("/v1/register-imports").body().at("/items/0/kind").asText())
        .isEqualTo("mailboxes");
  }

  @Test
  void theFilterIsTrueOrFalseAndNarrowsNothingByItself() {
    Api claire = practitioner(CLAIRE_MOREAU);
    assertThat(claire.search(Map.of("q", "moreau", "mssante", "oui")).code())
        .isEqualTo("invalid-parameter");
    assertThat(claire.search(Map.of("mssante", "true")).code()).isEqualTo("invalid-parameter");
    assertThat(names(claire.search(Map.of("q", "moreau claire", "mssante", "false"))))
        .containsExactly("MOREAU");
  }

  private static Row<MailboxColumn> mailbox(String nationalId, String address) {
    return MalformedMailboxes.of(1)
        .with(MailboxColumn.IDENTIFIER, nationalId.substring(1))
        .with(MailboxColumn.NATIONAL_ID, nationalId)
        .with(MailboxColumn.ADDRESS, address);
  }

  @SafeVarargs
  private static Api.Answer upload(Row<MailboxColumn>... more) {
    List<Row<MailboxColumn>> rows = new ArrayList<>(STRANGERS);
    for (Row<MailboxColumn> row : more) {
      rows.add(row);
    }
    return upload("/v1/register-imports", rows);
  }

  private static Api.Answer upload(String path, List<Row<MailboxColumn>> rows) {
    return administrator().postText(path, "text/plain", text(rows));
  }

  private static String text(List<Row<MailboxColumn>> rows) {
    return rows.stream()
        .map(Row::line)
        .collect(Collectors.joining("\n", MalformedMailboxes.HEADER + "\n", "\n"));
  }

  private static JsonNode card(String id) {
    return practitioner(CLAIRE_MOREAU).get("/v1/practitioners/" + id).body();
  }

  private static List<String> withMailbox(String q) {
    return names(practitioner(CLAIRE_MOREAU).search(Map.of("q", q, "mssante", "true")));
  }

  private static JsonNode services() {
    return practitioner(CLAIRE_MOREAU)
        .get("/v1/structures/" + HOSPITAL + "/services")
        .body()
        .get("items");
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

  private String rows() {
    List<String> rows =
        database.read(
            transaction ->
                transaction.rows(
                    row -> row.getString(0),
                    "select address || ' ' || xmin::text || ' ' || xmax::text from mailbox"
                        + " order by 1"));
    return String.join("\n", rows);
  }

  private List<String> owners(String kind) {
    return database.read(
        transaction ->
            transaction.rows(
                row -> row.getString(0), "select owner from mailbox where kind = $1", kind));
  }
}
