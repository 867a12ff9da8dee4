package fr.liaison.directory.register;

import static fr.liaison.directory.register.RegisterFiles.OTHER_SHOP;
import static fr.liaison.directory.register.RegisterFiles.SHOP;
import static fr.liaison.directory.register.RegisterFiles.optician;
import static fr.liaison.directory.register.RegisterFiles.rpps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that differ little from the one before. */
@QuarkusTest
class NightlyImportTest extends RunningService {
  private static final String FIRST = optician("8", rpps(5081), "MONTURE", "Aline", SHOP);
  private static final String SECOND = optician("8", rpps(5081), "MONTURE", "Aline", OTHER_SHOP);
  private static final String BETWEEN = optician("8", rpps(5082), "VERRE", "Basile", SHOP);

  @Inject DataSource dataSource;

  @AfterEach
  void restore() throws IOException {
    upload();
  }

  @Test
  void aFileWithoutNewsWritesNobody() throws Exception {
    upload(FIRST, BETWEEN, SECOND);

    JsonNode report = upload(SECOND, FIRST, BETWEEN);

    assertThat(report.path("changes").asInt()).isZero();
    assertThat(report.path("people").asInt()).isPositive();
    assertThat(report.path("professions").toString()).contains("\"28\"");
    assertThat(inShadow()).isEmpty();
  }

  @Test
  void whoChangedComesWithAllTheirRowsWhereverTheyStandInTheFile() throws Exception {
    upload(FIRST, BETWEEN);

    JsonNode report = upload(FIRST, BETWEEN, SECOND);

    assertThat(report.path("changes").asInt()).isEqualTo(1);
    assertThat(inShadow()).containsExactly("8" + rpps(5081), "8" + rpps(5081));
    assertThat(situations("8" + rpps(5081))).containsExactlyInAnyOrder(SHOP.id(), OTHER_SHOP.id());

    assertThat(upload(BETWEEN, SECOND).path("changes").asInt()).isEqualTo(1);
    assertThat(situations("8" + rpps(5081))).containsExactly(OTHER_SHOP.id());
  }

  @Test
  void whoLeavesIsCountedByProfessionAndComesBackAsTheyAre() throws Exception {
    upload(FIRST, BETWEEN);

    JsonNode gone = upload(FIRST);
    assertThat(gone.path("departures").asInt()).isEqualTo(1);
    assertThat(opticians(gone).path("departures").asInt()).isEqualTo(1);
    assertThat(opticians(gone).path("arrivals").asInt()).isZero();

    JsonNode back = upload(FIRST, BETWEEN);
    assertThat(back.path("returns").asInt()).isEqualTo(1);
    assertThat(back.path("changes").asInt()).isZero();
    assertThat(inShadow()).containsExactly("8" + rpps(5082));
    assertThat(situations("8" + rpps(5082))).containsExactly(SHOP.id());
  }

  private static JsonNode opticians(JsonNode report) {
    for (JsonNode profession : report.path("professions")) {
      if (profession.path("code").asText().equals("28")) {
        return profession;
      }
    }
    throw new AssertionError("no opticians in the report");
  }

  private static JsonNode upload(String... rows) throws IOException {
    return RegisterFiles.upload("2026-11-20", rows).body();
  }

  private List<String> inShadow() throws SQLException {
    return strings("select national_id from register_shadow order by 1");
  }

  private List<String> situations(String nationalId) throws SQLException {
    return strings(
        "select t.structure_id from situation t join practitioner p on p.id = t.practitioner_id where p.national_id = '"
            + nationalId
            + "'");
  }

  private List<String> strings(String query) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (result.next()) {
        found.add(result.getString(1));
      }
      return found;
    }
  }
}
