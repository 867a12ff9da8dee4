package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.liaison.acceptance.browser.Chromium;
import fr.liaison.acceptance.browser.Visitor;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.acceptance.register.Register;
import fr.liaison.platform.Platform;
import fr.liaison.platform.postgres.DatabaseAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The platform's administrator sees who came and went, by files and by top-ups between them, and
 * has the source looked at. No national source is asked: what top-ups brought is written down.
 */
@Scenario
@Order(4)
class MovementsTest {
  private final DatabaseAccess database;
  private final String origin;
  private final Register register;
  private Chromium chromium;
  private Visitor operator;

  MovementsTest(Platform platform) {
    this.database = platform.database("directory");
    this.origin = platform.url();
    this.register = new Register(origin);
  }

  @BeforeAll
  void filesAndTopUps() throws SQLException {
    assumeTrue(Chromium.program().isPresent(), "chromium is not installed");
    chromium = Chromium.start();
    operator = chromium.visitor(origin, 1280, 900);
    register.loadShipped();
    bring(2, 3);
  }

  @AfterAll
  void everythingAsBefore() throws SQLException {
    if (chromium != null) {
      chromium.close();
      register.loadShipped();
      change("update register_import set topped_up_arrivals = 0, topped_up_departures = 0");
    }
  }

  @Test
  @Order(1)
  void departuresByTopUpsStandOutlinedOnThoseOfTheFile(@TempDir Path folder)
      throws IOException, SQLException {
    operator.logIn(DemoPerson.OPERATOR);
    operator.page().getByRole(AriaRole.HEADING, named("Import du répertoire")).waitFor();
    operator.page().locator("input[type=file]").setInputFiles(register.withNewcomers(folder));
    operator.button("Importer le fichier").click();
    operator.page().getByText("Import accepté").waitFor();
    bring(5, 0);
    register.loadShipped();
    bring(4, 7);
    operator.page().reload();

    Locator chart =
        operator
            .page()
            .locator("section")
            .filter(new Locator.FilterOptions().setHasText("Qui arrive et qui part"));
    chart.waitFor();
    chart.getByText("En contour : par la mise à jour continue").waitFor();
    Locator newest = chart.locator(".admin__column").last();
    assertThat(newest.locator("span").nth(0).textContent()).as("arrivals").isEqualTo("4");
    int departures = Integer.parseInt(newest.locator("span").nth(1).textContent());
    assertThat(departures).as("by the file and by top-ups").isGreaterThan(7);
    chart.getByText("Voir le tableau").click();
    assertThat(chart.locator("tbody tr").last().locator("td, th").allTextContents())
        .endsWith("0", String.valueOf(departures - 7), "4", "7");
    chart.scrollIntoViewIfNeeded();
    shot(chart, "80-movements");
    assertThat(operator.axeFindings()).isEmpty();
    operator.phoneAtNight("81-movements-phone");
  }

  @Test
  @Order(2)
  void withoutASourceTheAdministratorIsToldSo() {
    operator.page().reload();
    operator.button("Chercher maintenant à la source").click();
    operator.page().getByText("Aucune source n’est configurée").waitFor();
    operator.screenshot("82-fetch-no-source");
    assertThat(operator.axeFindings()).isEmpty();
    operator.phoneAtNight("83-fetch-no-source-phone");
  }

  private static void shot(Locator part, String name) {
    part.screenshot(
        new Locator.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }

  /** As if top-ups had brought this since the newest file. */
  private void bring(int arrivals, int departures) throws SQLException {
    change(
        "update register_import set topped_up_arrivals = "
            + arrivals
            + ", topped_up_departures = "
            + departures
            + " where id = (select id from register_import where outcome = 'accepted'"
            + " order by started_at desc, id desc limit 1)");
  }

  private void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.role(), database.password());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static Page.GetByRoleOptions named(String words) {
    return new Page.GetByRoleOptions().setName(words);
  }
}
