package fr.liaison.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.platform.LoginBrowser.Page;
import fr.liaison.platform.secret.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real logins against the real Keycloak with the realms and the provider as shipped. */
class KeycloakLoginTest {
  /**
   * Two mistakes in quick succession lock an account for a minute, so no other test uses this one.
   */
  private static final String MISTYPED = "exploitation";

  private static final String MOREAU = "899700219001";
  private static final String BENALI = "899700219019";
  private static final String LEFEVRE = "899700219027";
  private static final String PETIT = "899700219035";
  private static final String HADDAD = "899700219050";
  private static final String LEROY = "899700219076";
  private static final String VASSEUR_STRUCK_OFF = "899700219084";
  private static final String TREGUER_WITHOUT_LEVEL = "899700219092";

  /** Two that nobody of the demonstration has. */
  private static final String FORMER = "899700219126";

  private static final String SUCCEEDING = "899700219118";

  private static Platform platform;

  @BeforeAll
  static void start() {
    platform = Platform.start(EnumSet.of(Part.POSTGRESQL, Part.KEYCLOAK));
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  private final LoginBrowser browser = new LoginBrowser(platform);

  @Test
  void aProfessionalComesInWithoutAnyPageInBetween() {
    Page ended = browser.throughProSanteConnect(MOREAU);
    Page answer = browser.tokens(ended);
    String claims = claims(answer.member("access_token"));

    assertThat(claims)
        .contains("\"iss\":\"" + platform.url() + "/auth/realms/liaison\"")
        .contains("\"aud\":\"liaison-api\"")
        .contains("\"national_id\":\"" + MOREAU + "\"")
        .contains("\"acr\":\"eidas1\"")
        .contains("\"realm_access\":{\"roles\":[\"practitioner\"]}")
        .contains("\"auth_time\":")
        .doesNotContain("MOREAU", "Claire", "email");
    // Keycloak reads the clock once for each of the two.
    assertThat(number(claims, "exp") - number(claims, "iat")).isBetween(300L, 301L);
  }

  @Test
  void theSamePersonIsTheSameAccountTheNextTime() {
    String first = subject(browser.throughProSanteConnect(BENALI));
    LoginBrowser another = new LoginBrowser(platform);

    String second =
        string(
            claims(another.tokens(another.throughProSanteConnect(BENALI)).member("access_token")),
            "sub");

    assertThat(second).isEqualTo(first);
  }

  @Test
  void theFirstLoginAfterTheDatabaseDiedWorks() {
    browser.throughProSanteConnect(BENALI);
    platform.kill("postgresql");
    platform.restart("postgresql");
    LoginBrowser another = new LoginBrowser(platform);

    Page answer = another.tokens(another.throughProSanteConnect(BENALI));

    assertThat(claims(answer.member("access_token"))).contains("\"national_id\":\"" + BENALI);
  }

  @Test
  void aLoginWithoutTheLevelIsRefusedInWordsAndLeavesNoAccount() throws Exception {
    Page refused = browser.throughProSanteConnect(TREGUER_WITHOUT_LEVEL);

    assertThat(refused.isBack()).isFalse();
    assertThat(refused.words())
        .contains("Pro Santé Connect n'a pas confirmé votre identité au niveau exigé")
        .doesNotContain(TREGUER_WITHOUT_LEVEL);
    assertThat(asDirectory("GET", "/users?username=psc-" + TREGUER_WITHOUT_LEVEL, "").body())
        .isEqualTo("[]");
  }

  @Test
  void aLoginWhoseNationalIdIsMalformedIsRefused() throws Exception {
    String id = string(asAdmin("GET", "/psc-sim/users?username=" + LEROY, "").body(), "id");
    String user = asAdmin("GET", "/psc-sim/users/" + id, "").body();
    String broken =
        user.replace(
            "\"SubjectNameID\":[\"" + LEROY + "\"]", "\"SubjectNameID\":[\"899700219077\"]");
    assertThat(broken).isNotEqualTo(user);
    assertThat(asAdmin("PUT", "/psc-sim/users/" + id, broken).statusCode()).isEqualTo(204);

    Page refused = browser.throughProSanteConnect(LEROY);

    assertThat(refused.words()).contains("Pro Santé Connect n'a pas transmis votre numéro RPPS");
    assertThat(asAdmin("PUT", "/psc-sim/users/" + id, user).statusCode()).isEqualTo(204);
  }

  @Test
  void whoWasStruckOffCanStillProveWhoTheyAre() {
    String claims =
        claims(
            browser
                .tokens(browser.throughProSanteConnect(VASSEUR_STRUCK_OFF))
                .member("access_token"));

    assertThat(claims).contains("\"national_id\":\"" + VASSEUR_STRUCK_OFF + "\"");
  }

  @Test
  void aSecretaryComesInWithAPasswordAndWithoutTheLevel() {
    String claims =
        claims(browser.tokens(browser.withPassword("secretariat.tilleuls")).member("access_token"));

    assertThat(claims)
        .contains("\"national_id\":\"3750000001/0042\"", "\"roles\":[\"practitioner\"]")
        .doesNotContain("\"acr\"");
  }

  @Test
  void theComplianceOfficerHasThatRoleAndNoNationalId() {
    String claims =
        claims(browser.tokens(browser.withPassword("conformite")).member("access_token"));

    assertThat(claims).contains("\"roles\":[\"compliance-officer\"]").doesNotContain("national_id");
  }

  @Test
  void aWrongPasswordIsSaidInFrench() {
    Page page = browser.logIn(browser.open(Map.of()), MISTYPED, "wrong");

    assertThat(page.words()).contains("Nom d'utilisateur ou mot de passe incorrect.");
  }

  @Test
  void aStepUpAsksProSanteConnectAgainAndMovesTheTimeOfLogin() {
    String first =
        claims(browser.tokens(browser.throughProSanteConnect(LEFEVRE)).member("access_token"));
    Page silent = browser.open(Map.of());
    assertThat(silent.isBack()).as("the session answers without a page").isTrue();

    Page asked = browser.open(Map.of("kc_idp_hint", "psc", "prompt", "login", "max_age", "30"));
    assertThat(asked.isBack()).isFalse();
    String second =
        claims(browser.tokens(browser.logIn(asked, LEFEVRE, "demo")).member("access_token"));

    assertThat(number(second, "auth_time")).isGreaterThanOrEqualTo(number(first, "auth_time"));
    assertThat(string(second, "sub")).isEqualTo(string(first, "sub"));
  }

  @Test
  void aRefreshTokenTurnsAndItsCopiesDie() {
    Page answer = browser.tokens(browser.throughProSanteConnect(PETIT));
    Map<String, String> again =
        Map.of(
            "grant_type", "refresh_token",
            "client_id", "liaison-web",
            "refresh_token", answer.member("refresh_token"));

    assertThat(browser.token(again).status()).isEqualTo(200);
    assertThat(browser.token(again).status()).as("a lost answer is forgiven once").isEqualTo(200);
    assertThat(browser.token(again).status()).isEqualTo(400);
  }

  @Test
  void loggingOutEndsTheSession() {
    Page answer = browser.tokens(browser.throughProSanteConnect(HADDAD));

    browser.visit(
        platform.url()
            + "/auth/realms/liaison/protocol/openid-connect/logout?client_id=liaison-web&id_token_hint="
            + answer.member("id_token"));

    assertThat(browser.open(Map.of("prompt", "none")).url()).contains("error=login_required");
  }

  @Test
  void theWebClientCannotSkipItsProofOrSendCodesElsewhere() {
    assertThat(browser.open(Map.of("code_challenge", "", "code_challenge_method", "")).url())
        .contains("error=invalid_request");
    assertThat(browser.open(Map.of("redirect_uri", "https://evil.example/")).isBack()).isFalse();
    assertThat(
            browser
                .token(
                    Map.of(
                        "grant_type", "password",
                        "client_id", "liaison-web",
                        "username", "conformite",
                        "password", "liaison-demo"))
                .status())
        .isIn(400, 401);
  }

  @Test
  void softwareGetsATokenForTheServicesAlone() throws Exception {
    Page answer =
        browser.token(
            Map.of(
                "grant_type", "client_credentials",
                "client_id", "liaison-software-example",
                "client_secret", secret("keycloak.client.software")));

    assertThat(claims(answer.member("access_token")))
        .contains("\"aud\":\"liaison-api\"", "\"roles\":[\"software\"]")
        .doesNotContain("national_id");
  }

  @Test
  void theDirectoryMayDisablePeopleAndEndSessionsAndNothingElse() throws Exception {
    Page answer = browser.tokens(browser.throughProSanteConnect("899700219043"));
    String account = string(claims(answer.member("access_token")), "sub");

    assertThat(asDirectory("POST", "/users/" + account + "/logout", "").statusCode())
        .isEqualTo(204);
    assertThat(browser.open(Map.of("prompt", "none")).url()).contains("error=login_required");
    assertThat(asDirectory("PUT", "/users/" + account, "{\"enabled\":false}").statusCode())
        .isEqualTo(204);
    browser.forgetRealm();
    assertThat(browser.throughProSanteConnect("899700219043").isBack()).isFalse();
    assertThat(asDirectory("GET", "/clients", "").statusCode()).isEqualTo(403);
    assertThat(asDirectory("PUT", "", "{\"enabled\":false}").statusCode()).isEqualTo(403);
  }

  /** The account as {@code KeycloakAccounts} of the directory makes it (ADR 0016). */
  @Test
  void anInvitedPersonGetsNoFurtherThanThePasskeyAndThePasswordCanBeTakenAway() throws Exception {
    String body =
        """
        {"username":"invited-1","firstName":"Odile","lastName":"EXEMPLE","enabled":true,
         "attributes":{"nationalId":["1440900025/inv.1"]},"groups":["/invited"],
         "requiredActions":["webauthn-register-passwordless"],
         "credentials":[{"type":"password","temporary":false,"value":"once-and-never-again"}]}
        """;
    HttpResponse<String> created = asDirectory("POST", "/users", body);
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(asDirectory("POST", "/users", body).statusCode()).isEqualTo(409);
    String found = asDirectory("GET", "/users?username=invited-1&exact=true", "").body();
    String account = string(found, "id");
    assertThat(created.headers().firstValue("Location").orElseThrow()).endsWith("/" + account);

    Page asked = browser.logIn(browser.open(Map.of()), "invited-1", "once-and-never-again");

    assertThat(asked.isBack()).as(asked.url()).isFalse();
    assertThat(asked.url()).contains("execution=webauthn-register-passwordless");

    // As after the registration, which needs an authenticator.
    String done = "{\"requiredActions\":[]}";
    assertThat(asDirectory("PUT", "/users/" + account, done).statusCode()).isEqualTo(204);
    LoginBrowser registered = new LoginBrowser(platform);
    Page ended = registered.logIn(registered.open(Map.of()), "invited-1", "once-and-never-again");
    assertThat(claims(registered.tokens(ended).member("access_token")))
        .contains("\"national_id\":\"1440900025/inv.1\"", "\"roles\":[\"practitioner\"]")
        .contains("\"auth_time\":");

    String credentials = "/users/" + account + "/credentials";
    String password = string(asDirectory("GET", credentials, "").body(), "id");
    assertThat(asDirectory("DELETE", credentials + "/" + password, "").statusCode()).isEqualTo(204);
    LoginBrowser late = new LoginBrowser(platform);
    assertThat(late.logIn(late.open(Map.of()), "invited-1", "once-and-never-again").isBack())
        .isFalse();
  }

  /** As {@code KeycloakAccounts} of the directory renumbers an account (ADR 0018). */
  @Test
  void whoGetsAnotherNumberComesBackToTheSameAccount() throws Exception {
    knownToProSanteConnect(FORMER);
    String before = subject(browser.throughProSanteConnect(FORMER));
    String account = asDirectory("GET", "/users/" + before, "").body();
    assertThat(account).contains("\"username\":\"psc-" + FORMER + "\"");

    String renumbered = account.replace(FORMER, SUCCEEDING);
    assertThat(asDirectory("PUT", "/users/" + before, renumbered).statusCode()).isEqualTo(204);
    String link = "/users/" + before + "/federated-identity/psc";
    assertThat(asDirectory("DELETE", link, "").statusCode()).isEqualTo(204);
    assertThat(asDirectory("DELETE", link, "").statusCode()).isEqualTo(404);

    assertThat(asDirectory("GET", "/users/" + before, "").body())
        .contains("\"username\":\"psc-" + SUCCEEDING + "\"", "[\"" + SUCCEEDING + "\"]");
    knownToProSanteConnect(SUCCEEDING);
    LoginBrowser later = new LoginBrowser(platform);
    String claims =
        claims(later.tokens(later.throughProSanteConnect(SUCCEEDING)).member("access_token"));
    assertThat(string(claims, "sub")).isEqualTo(before);
    assertThat(claims).contains("\"national_id\":\"" + SUCCEEDING + "\"");
  }

  private void knownToProSanteConnect(String nationalId) throws Exception {
    String id = string(asAdmin("GET", "/psc-sim/users?username=" + PETIT, "").body(), "id");
    String user =
        asAdmin("GET", "/psc-sim/users/" + id, "")
            .body()
            .replace("\"id\":\"" + id + "\",", "")
            .replace(PETIT, nationalId)
            .replaceFirst(
                "\\{",
                "{\"credentials\":[{\"type\":\"password\",\"value\":\"demo\",\"temporary\":false}],");
    HttpResponse<String> made = asAdmin("POST", "/psc-sim/users", user);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
  }

  @Test
  void theLogNamesNobody() throws Exception {
    browser.throughProSanteConnect(MOREAU);
    LoginBrowser another = new LoginBrowser(platform);
    another.logIn(another.open(Map.of()), MISTYPED, "wrong");

    assertThat(Files.readString(platform.log("keycloak")))
        .doesNotContain(MOREAU, TREGUER_WITHOUT_LEVEL, "MOREAU", "conformite", MISTYPED, "eyJ");
  }

  private String subject(Page ended) {
    return string(claims(browser.tokens(ended).member("access_token")), "sub");
  }

  private HttpResponse<String> asDirectory(String method, String path, String body)
      throws IOException, InterruptedException {
    Page answer =
        browser.token(
            Map.of(
                "grant_type", "client_credentials",
                "client_id", "liaison-directory",
                "client_secret", secret("keycloak.client.directory")));
    return admin(method, "/liaison" + path, body, answer.member("access_token"));
  }

  private static HttpResponse<String> asAdmin(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> token =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            platform.keycloakUrl()
                                + "/realms/master/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        BodyPublishers.ofString(
                            "grant_type=password&client_id=admin-cli&username=admin&password="
                                + secret("keycloak.administrator")))
                    .build(),
                BodyHandlers.ofString());
    return admin(method, path, body, string(token.body(), "access_token"));
  }

  private static HttpResponse<String> admin(String method, String path, String body, String token)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(platform.keycloakUrl() + "/admin/realms" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private static String secret(String name) throws IOException {
    return Secrets.in(platform.dataDirectory().resolveSibling("secrets.properties")).password(name);
  }

  private static String claims(String token) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
  }

  private static String string(String json, String name) {
    return find(json, "\"" + name + "\":\"([^\"]+)\"");
  }

  private static long number(String json, String name) {
    return Long.parseLong(find(json, "\"" + name + "\":([0-9]+)"));
  }

  private static String find(String json, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(json);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
