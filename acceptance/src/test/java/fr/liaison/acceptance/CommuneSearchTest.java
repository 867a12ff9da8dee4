package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.liaison.acceptance.api.DevicesBefore;
import fr.liaison.acceptance.browser.Chromium;
import fr.liaison.acceptance.browser.Visitor;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Origin;
import fr.liaison.acceptance.platform.Scenario;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A cardiologist looks around a commune for colleagues, with the keyboard alone. */
@Scenario
@Order(4)
class CommuneSearchTest {
  private static final Pattern DISTANCE = Pattern.compile("À\\h\\d+\\hkm");

  private final String origin;
  private DevicesBefore devices;
  private Chromium chromium;
  private Visitor karim;

  CommuneSearchTest(Origin origin) {
    this.origin = origin.url();
  }

  @BeforeAll
  void heOpensABrowser() {
    assumeTrue(Chromium.program().isPresent(), "chromium is not installed");
    devices = new DevicesBefore(origin, DemoPerson.BENALI);
    chromium = Chromium.start();
    karim = chromium.visitor(origin, 1280, 900);
    karim.logIn(DemoPerson.BENALI);
    karim.prepareDevice();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
      devices.revokeNewer();
    }
  }

  @Test
  @Order(1)
  void communesAreSuggestedAndChosenWithTheArrows() {
    karim.page().getByRole(AriaRole.LINK, named("Annuaire")).first().click();
    karim.button("Filtres").first().click();
    Locator town = town();
    town.click();
    town.pressSequentially("rez");
    Locator list = karim.page().getByRole(AriaRole.LISTBOX, named("Communes proposées"));
    list.waitFor();
    assertThat(town.getAttribute("aria-expanded")).isEqualTo("true");
    Locator reze = list.getByRole(AriaRole.OPTION).filter(having("Rezé"));
    reze.first().waitFor();
    town.press("ArrowDown");
    karim.screenshot("47-commune-suggested");
    assertThat(karim.axeFindings()).isEmpty();
    karim.phoneAtNight("48-commune-suggested-phone");

    while (!"true".equals(reze.first().getAttribute("aria-selected"))) {
      town.press("ArrowDown");
    }
    town.press("Enter");
    list.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    assertThat(town.inputValue()).isEqualTo("Rezé (44)");
  }

  @Test
  @Order(2)
  void withinARadiusPeopleComeWithTheirDistance() {
    karim
        .page()
        .getByLabel("Distance", new Page.GetByLabelOptions().setExact(true))
        .selectOption(new SelectOption().setLabel("20 km autour"));
    Locator rows = karim.page().locator("a.person");
    rows.filter(having("À ")).first().waitFor();
    List<String> found = rows.allTextContents();
    assertThat(found).allMatch(row -> DISTANCE.matcher(row).find());
    assertThat(found).anyMatch(row -> row.contains("NANTES"));
    karim.screenshot("49-commune-radius");
    assertThat(karim.axeFindings()).isEmpty();
    karim.phoneAtNight("50-commune-radius-phone");

    karim.button("Filtres").first().click();
    karim.button("Retirer le filtre Rezé (44), 20 km autour").waitFor();
    karim.screenshot("51-commune-folded");
    assertThat(karim.axeFindings()).isEmpty();
    assertThat(karim.complaints()).isEmpty();
  }

  private Locator town() {
    return karim.page().getByRole(AriaRole.COMBOBOX, named("Lieu d’exercice"));
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Page.GetByRoleOptions named(String words) {
    return new Page.GetByRoleOptions().setName(words);
  }
}
