package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.register.file.Extraction;
import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the corpus sent to the running service: what is refused, and what is left out. */
@QuarkusTest
class CorpusImportTest extends RunningService {
  private static final int LEAST = 40;
  private static final String REFUSING = "/v1/register-imports?registerDate=2026-11-20";

  /** Whoever only the file before had leaves with the next one. */
  private static final String ACCEPTING = REFUSING + "&acceptDepartures=true";

  /** The reader leaves the second of two equal rows to the import, which counts it. */
  private static final Map<String, Map<String, Long>> FOUND_LATER =
      Map.of("the same row twice", Map.of("repeated-row", 1L));

  /** Owners to the reader, who are no people to the report. */
  private static final Set<String> OF_STRUCTURES =
      Set.of("mailboxes: of a service", "mailboxes: of a program");

  private static final Map<ImportKind, Long> PEOPLE_OF_PADDING = new EnumMap<>(ImportKind.class);

  /** What the database held after the import before; empty where that one changed it. */
  private static String held = "";

  @Inject Database database;

  static List<MalformedFiles.Case> files() {
    return MalformedFiles.all();
  }

  static Stream<MalformedFiles.Case> readableFiles() {
    return files().stream().filter(file -> file.expected() instanceof MalformedFiles.Expected.Read);
  }

  @Test
  void theCorpusIsLargeAndHasBothKinds() {
    assertThat(readableFiles().count()).isGreaterThan(LEAST);
    assertThat(files().size() - readableFiles().count()).isGreaterThan(LEAST);
  }

  @ParameterizedTest(name = "{0}: refused, and the former register answers")
  @MethodSource("files")
  void aFileThatIsNotToBeTrustedOrTooSmallIsRefusedAndTheFormerRegisterAnswers(
      MalformedFiles.Case file) {
    String expected =
        switch (file.expected()) {
          case MalformedFiles.Expected.Refused(RefusalReason reason) -> reason.code();
          case MalformedFiles.Expected.Read read -> "too-few-rows";
        };
    String before = held.isEmpty() ? everything() : held;

    Api.Answer refused = upload(REFUSING, file.format(), file.bytes());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("import-refused");
    assertThat(refused.body().at("/report/reason").asText()).isEqualTo(expected);
    assertThat(refused.body().at("/report/outcome").asText()).isEqualTo("refused");
    assertThat(kept(refused).at("/report/reason").asText()).isEqualTo(expected);
    held = everything();
    assertThat(held).isEqualTo(before);
    assertThat(names(search("moreau claire"))).containsExactly("MOREAU");
  }

  @ParameterizedTest(name = "{0}: imported without the rows that are no good")
  @MethodSource("readableFiles")
  void theRowsThatAreNoGoodAreLeftOutByLineAndReasonAndTheOthersImported(MalformedFiles.Case file) {
    MalformedFiles.Expected.Read expected = (MalformedFiles.Expected.Read) file.expected();
    ImportKind kind = Padding.kind(file);
    long padding = PEOPLE_OF_PADDING.computeIfAbsent(kind, CorpusImportTest::peopleOfPadding);

    JsonNode report = accepted(file.format(), Padding.of(file));

    Map<String, Long> defects = new HashMap<>(expected.defects());
    defects.putAll(FOUND_LATER.getOrDefault(file.name(), Map.of()));
    assertThat(counts(report.get("defects"))).isEqualTo(defects);
    int people = OF_STRUCTURES.contains(file.name()) ? 0 : expected.people();
    assertThat(report.get("people").asLong()).isEqualTo(padding + people);
    List<JsonNode> left = items(report.get("firstDefects"));
    assertThat(left).hasSize(Math.toIntExact(sum(defects)));
    assertThat(left)
        .allSatisfy(
            defect -> {
              assertThat(defect.get("line").asLong()).isBetween(2L, CorpusLines.count(file));
              assertThat(defects).containsKey(defect.get("reason").asText());
            });
    if (!left.isEmpty()) {
      assertThat(left.getFirst().get("line").asLong()).isEqualTo(CorpusLines.firstUnsound(file));
    }
    assertThat(stored(report)).isEqualTo(left);
    assertThat(names(search("moreau claire"))).containsExactly("MOREAU");
  }

  /** Other classes expect the shipped register and nobody's details. */
  @AfterAll
  static void nothingOfTheCorpusIsLeft() throws IOException {
    accepted(Extraction.Format.TEXT, SyntheticRegister.text().getBytes(StandardCharsets.UTF_8));
    for (ImportKind kind :
        List.of(ImportKind.mailboxes, ImportKind.skills, ImportKind.qualifications)) {
      accepted(Extraction.Format.TEXT, Padding.alone(kind));
    }
  }

  /** Details count where they are of people whom the register lists: those of the corpus too. */
  private static long peopleOfPadding(ImportKind kind) {
    if (kind.isDetail()) {
      String people =
          MalformedFiles.lines(
              MalformedFiles.HEADER,
              MalformedFiles.row(1, "EXEMPLE", "Alix"),
              MalformedFiles.row(2, "SUIVANT", "Eve"));
      accepted(
          Extraction.Format.TEXT,
          Padding.of(
              new MalformedFiles.Case(
                  "",
                  Extraction.Format.TEXT,
                  people.getBytes(StandardCharsets.UTF_8),
                  new MalformedFiles.Expected.Read(2, Map.of()))));
    }
    return accepted(Extraction.Format.TEXT, Padding.alone(kind)).get("people").asLong();
  }

  private static JsonNode accepted(Extraction.Format format, byte[] bytes) {
    held = "";
    Api.Answer report = upload(ACCEPTING, format, bytes);
    assertThat(report.status()).as(report.raw().body()).isEqualTo(200);
    return report.body();
  }

  private static Api.Answer upload(String path, Extraction.Format format, byte[] body) {
    Api api = administrator();
    return api.send(
        api.request(path)
            .header(
                "Content-Type", format == Extraction.Format.ZIP ? "application/zip" : "text/plain")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** The report as it is read later. */
  private static JsonNode kept(Api.Answer refused) {
    String id = refused.body().at("/report/id").asText();
    return administrator().get("/v1/register-imports/" + id).body();
  }

  /** The defects as they are read page by page later. */
  private static List<JsonNode> stored(JsonNode report) {
    return items(
        administrator()
            .get("/v1/register-imports/" + report.get("id").asText() + "/defects")
            .body()
            .get("items"));
  }

  private static List<JsonNode> items(JsonNode list) {
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }

  private static Map<String, Long> counts(JsonNode defects) {
    Map<String, Long> counts = new HashMap<>();
    defects.properties().forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
    return counts;
  }

  private static long sum(Map<String, Long> defects) {
    return defects.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A digest of all that an import brings. */
  private String everything() {
    return database.read(
        transaction ->
            transaction
                .first(
                    row -> row.getString(0),
                    """
                    select md5(string_agg(line, chr(10) order by line)) from (
                      select p::text as line from practitioner p
                      union all select t::text from situation t
                      union all select m::text from mailbox m
                      union all select s::text from skill_set s
                      union all select q::text from qualification_set q) lines
                    """)
                .orElseThrow());
  }
}
