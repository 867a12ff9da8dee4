package fr.liaison.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.http.AccessTokens;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.TestGateway;
import fr.liaison.client.store.Settings;
import fr.liaison.client.store.StateFolder;
import fr.liaison.client.store.Store;
import fr.liaison.client.store.StoreOpening;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
  private static final String GRANT =
      "{\"device_code\":\"d\",\"user_code\":\"AB-CD\",\"verification_uri\":\"http://x/device\","
          + "\"interval\":5,\"expires_in\":600}";
  private final List<Duration> waits = new ArrayList<>();
  private final List<String> forms = new CopyOnWriteArrayList<>();
  private final AtomicInteger answered = new AtomicInteger();

  @Test
  void aDeviceLoginWaitsAsTheRealmAsksUntilThePersonIsThrough() throws IOException {
    try (TestGateway gateway =
        realm(GRANT, error("authorization_pending"), error("slow_down"), tokens("a", "r"))) {
      DeviceLogin login = login(gateway);
      DeviceGrant grant = login.begin().orThrow();

      assertThat(login.await(grant)).isInstanceOf(LoginOutcome.LoggedIn.class);

      assertThat(waits).extracting(Duration::toSeconds).containsExactly(5L, 5L, 10L);
      assertThat(grant.pageWithCode()).isEqualTo("http://x/device");
      assertThat(forms.getLast()).contains("device_code=d", "code_verifier=" + grant.verifier());
      assertThat(grant.toString()).doesNotContain(grant.verifier());
    }
  }

  @Test
  void whoSaysNoOrNothingEndsTheLogin() throws IOException {
    try (TestGateway gateway =
        realm(GRANT, error("access_denied"), error("expired_token"), error("invalid_client"))) {
      DeviceLogin login = login(gateway);
      DeviceGrant grant = login.begin().orThrow();

      assertThat(login.await(grant)).isEqualTo(new LoginOutcome.Denied());
      assertThat(login.await(grant)).isEqualTo(new LoginOutcome.Expired());
      assertThat(login.await(grant)).isEqualTo(new LoginOutcome.Misconfigured("invalid_client"));
    }
  }

  @Test
  void aRotatedRefreshTokenIsStoredAndAnEndedSessionSaysSo(@TempDir Path folder)
      throws IOException {
    try (TestGateway gateway = realm(tokens("a", "r2"), error("invalid_grant"));
        Store store = opened(folder)) {
      store.change(transaction -> Settings.REFRESH_TOKEN.write(transaction, "r1"));
      AccessTokens tokens = PersonTokens.stored(new Realm(gateway.origin()), "cli", store);

      assertThat(tokens.accessToken("")).isEqualTo(new Answer.Done<>("a"));
      assertThat(tokens.accessToken("")).isEqualTo(new Answer.Done<>("a"));
      assertThat(forms).hasSize(1).first().asString().contains("refresh_token=r1");
      assertThat(store.<String>read(one -> Settings.REFRESH_TOKEN.read(one).orElseThrow()))
          .isEqualTo("r2");
      assertThat(tokens.accessToken("a")).isInstanceOf(Answer.Refused.class);
    }
  }

  @Test
  void aTokenNearItsEndIsRenewed() throws IOException {
    try (TestGateway gateway =
        realm("{\"access_token\":\"short\",\"expires_in\":20}", tokens("long", null))) {
      AccessTokens tokens = SoftwareLogin.tokens(new Realm(gateway.origin()), "dpi", "secret");

      assertThat(tokens.accessToken("")).isEqualTo(new Answer.Done<>("short"));
      assertThat(tokens.accessToken("")).isEqualTo(new Answer.Done<>("long"));
      assertThat(tokens.accessToken("")).isEqualTo(new Answer.Done<>("long"));
      assertThat(forms).hasSize(2).first().asString().contains("client_credentials");
    }
  }

  private DeviceLogin login(TestGateway gateway) {
    return new DeviceLogin(
        new Realm(gateway.origin()), "liaison-cli", waits::add, Clock.systemUTC());
  }

  private static Store opened(Path folder) throws IOException {
    return ((StoreOpening.Opened) new StateFolder(folder.resolve("s")).open()).store();
  }

  private static String error(String code) {
    return "{\"error\":\"" + code + "\"}";
  }

  private static String tokens(String access, @Nullable String refresh) {
    String more = refresh == null ? "" : ",\"refresh_token\":\"" + refresh + "\"";
    return "{\"access_token\":\"" + access + "\",\"expires_in\":300" + more + "}";
  }

  private TestGateway realm(String... answers) throws IOException {
    return TestGateway.answering(
        exchange -> {
          forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          String body = answers[Math.min(answered.getAndIncrement(), answers.length - 1)];
          TestGateway.json(exchange, body.contains("\"error\"") ? 400 : 200, body);
        });
  }
}
