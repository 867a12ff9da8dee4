package fr.liaison.keycloak.realm;

import static fr.liaison.keycloak.realm.DemoPeople.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealmFilesTest {
  private static final String REALMS = "src/main/realms/";
  private static final String THEMES = "src/main/resources/theme/";

  @Test
  void theSimulatorPlaysExactlyThePeopleOfTheRegister() throws Exception {
    ArrayNode expected = JSON.createArrayNode();
    for (JsonNode person : DemoPeople.all().get("register")) {
      expected.add(DemoPeople.simulatorUser(person));
    }

    assertThat(DemoPeople.read(REALMS + "psc-sim-users-0.json").get("users")).isEqualTo(expected);
  }

  @Test
  void theStaffOfTheDemonstrationAreInTheRealm() throws Exception {
    ArrayNode expected = JSON.createArrayNode();
    DemoPeople.all().get("staff").forEach(person -> expected.add(DemoPeople.staffUser(person)));

    assertThat(DemoPeople.read(REALMS + "liaison-users-0.json").get("users")).isEqualTo(expected);
  }

  @Test
  void theSimulatorsPageShowsThem() throws Exception {
    ArrayNode expected = JSON.createArrayNode();
    DemoPeople.all().get("register").forEach(person -> expected.add(DemoPeople.button(person)));
    Properties theme = properties(THEMES + "liaison-psc-sim/login/theme.properties");

    assertThat(JSON.readTree(theme.getProperty("people"))).isEqualTo(expected);
    assertThat(DemoPeople.all().get("register").findValuesAsText("password"))
        .as("the page sends one password for all")
        .containsOnly("demo");
  }

  @Test
  void theProductionRealmHasNoPerson() throws Exception {
    assertThat(realm("liaison").get("users").findValuesAsText("username"))
        .allMatch(name -> name.startsWith("service-account-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"liaison", "psc-sim"})
  void noClientTakesPasswordsOrTokensByTheFrontDoor(String realm) throws Exception {
    for (JsonNode client : realm(realm).get("clients")) {
      assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
      assertThat(client.get("implicitFlowEnabled").asBoolean()).isFalse();
      if (client.get("standardFlowEnabled").asBoolean()) {
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(client.get("redirectUris"))
            .isNotEmpty()
            .allMatch(uri -> uri.asText().startsWith("${PUBLIC_ORIGIN}/"));
      }
      if (!client.get("publicClient").asBoolean()) {
        assertThat(client.get("secret").asText()).startsWith("${");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"liaison", "psc-sim"})
  void eventsEndBruteForceIsSlowedAndScriptsAreOurs(String name) throws Exception {
    JsonNode realm = realm(name);

    assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
    assertThat(realm.get("eventsExpiration").asLong()).isPositive();
    assertThat(realm.at("/attributes/adminEventsExpiration").asLong()).isPositive();
    assertThat(realm.get("eventsListeners")).as("events would name people in the log").isEmpty();
    assertThat(realm.at("/browserSecurityHeaders/contentSecurityPolicy").asText())
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void everyBrokeredLoginIsCheckedAndLivesFourHoursAtMost() throws Exception {
    JsonNode realm = realm("liaison");

    assertThat(realm.get("identityProviderMappers").findValuesAsText("identityProviderMapper"))
        .contains("liaison-psc-assurance");
    assertThat(realm.at("/identityProviders/0/config/validateSignature").asText())
        .isEqualTo("true");
    assertThat(realm.at("/identityProviders/0/config/passMaxAge").asText()).isEqualTo("true");
    assertThat(realm.get("accessTokenLifespan").asInt()).isEqualTo(300);
    assertThat(realm.get("ssoSessionMaxLifespan").asInt()).isLessThanOrEqualTo(4 * 3600);
  }

  @Test
  void theReadmeListsEveryPlaceholder() throws Exception {
    Set<String> used = new TreeSet<>();
    try (var files = Files.list(Path.of(REALMS))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Matcher matcher = Pattern.compile("\\$\\{[A-Z_]+}").matcher(Files.readString(file));
        matcher.results().forEach(result -> used.add(result.group()));
      }
    }

    assertThat(Files.readString(Path.of("README.md"))).contains(used);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "theme/liaison/login/messages/",
        "theme/liaison-psc-sim/login/messages/",
        "theme-resources/messages/"
      })
  void bothLanguagesSayTheSameThings(String folder) throws Exception {
    String base = "src/main/resources/" + folder;

    assertThat(properties(base + "messages_en.properties").keySet())
        .isEqualTo(properties(base + "messages_fr.properties").keySet());
  }

  @Test
  void noPageHasInlineScriptOrStyle() throws Exception {
    Pattern inline = Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)");
    try (var files = Files.walk(Path.of(THEMES))) {
      assertThat(files.filter(file -> file.toString().endsWith(".ftl")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(inline));
    }
  }

  private static JsonNode realm(String name) throws IOException {
    JsonNode realm = DemoPeople.read(REALMS + name + "-realm.json");
    assertThat(StreamSupport.stream(realm.get("clients").spliterator(), false)).isNotEmpty();
    return realm;
  }

  private static Properties properties(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
