package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import fr.liaison.register.layout.MailboxColumn;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** With 1,200 defects stored of an import, as the tests are configured. */
@QuarkusTest
class RegisterDefectResourceTest extends RunningService {
  private static final int STORED = 1200;

  @Inject Events events;
  @Inject Database database;

  @Test
  void allStoredDefectsOfARefusedFileAreReadPageByPage() {
    JsonNode report = refused(STORED - 100);
    String path = pathOf(report);
    JsonNode first = administrator().get(path).body();
    assertThat(first.get("items")).hasSize(500);
    JsonNode second = administrator().get(path + "?cursor=" + first.get("next").asText()).body();
    JsonNode last = administrator().get(path + "?cursor=" + second.get("next").asText()).body();
    assertThat(last.get("items")).hasSize(100);
    assertThat(last.has("next")).isFalse();
    List<Long> lines = new ArrayList<>();
    List.of(first, second, last)
        .forEach(
            page -> page.get("items").forEach(defect -> lines.add(defect.get("line").asLong())));
    assertThat(lines).isSorted().doesNotHaveDuplicates().hasSize(STORED - 100);
    assertThat(first.at("/items/0").toString())
        .isEqualTo("{\"line\":2,\"reason\":\"unknown-mailbox-kind\"}");
    assertThat(events.acts("register.defects.read", report.get("id").asText())).hasSize(3);
  }

  @Test
  void moreDefectsThanAreStoredAreCountedAndNotStored() {
    JsonNode report = refused(STORED + 100);
    assertThat(report.at("/defects/unknown-mailbox-kind").asInt()).isEqualTo(STORED + 100);
    assertThat(report.get("firstDefects")).hasSize(200);
    assertThat(stored(report.get("id").asText())).isEqualTo(STORED);
    assertThat(administrator().get(pathOf(report) + "?cursor=" + STORED).body().get("items"))
        .isEmpty();
  }

  @Test
  void defectsOfOldImportsAreForgotten() {
    JsonNode oldest = refused(1);
    assertThat(administrator().get(pathOf(oldest)).body().get("items")).hasSize(1);
    for (int i = 0; i < 50; i++) {
      refused(1);
    }
    assertThat(administrator().get(pathOf(oldest)).body().get("items")).isEmpty();
  }

  @Test
  void aForeignCursorOrImportIsRefused() {
    String path = pathOf(refused(1));
    for (String cursor : List.of("-1", "0", "1x", "99999999999999999999", "%00", "1%7C2")) {
      assertThat(administrator().get(path + "?cursor=" + cursor).code())
          .as(cursor)
          .isEqualTo("invalid-parameter");
    }
    assertThat(administrator().get(path + "?cursor=999999999").body().get("items")).isEmpty();
    String nowhere = "/v1/register-imports/" + UUID.randomUUID() + "/defects";
    assertThat(administrator().get(nowhere).code()).isEqualTo("not-found");
    assertThat(practitioner(CLAIRE_MOREAU).get(path).code()).isEqualTo("forbidden");
    assertThat(Api.nobody().get(path).code()).isEqualTo("unauthenticated");
  }

  /** A file without any usable row. */
  private static JsonNode refused(int defects) {
    String bad = MalformedMailboxes.of(1).with(MailboxColumn.KIND, "PAT").line() + "\n";
    Api.Answer refused =
        administrator()
            .postText(
                "/v1/register-imports",
                "text/plain",
                MalformedMailboxes.HEADER + "\n" + bad.repeat(defects));
    assertThat(refused.status()).isEqualTo(422);
    return refused.body().get("report");
  }

  private static String pathOf(JsonNode report) {
    return "/v1/register-imports/" + report.get("id").asText() + "/defects";
  }

  private long stored(String id) {
    return database.read(
        transaction ->
            transaction
                .first(
                    row -> row.getLong(0),
                    "select count(*) from register_defect where import_id = $1",
                    UUID.fromString(id))
                .orElseThrow());
  }
}
