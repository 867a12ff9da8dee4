package fr.liaison.client.auth;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Interrupted;
import fr.liaison.client.http.Pause;
import fr.liaison.client.http.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Logs a person in who has a browser elsewhere: OAuth 2.0 device authorization grant (RFC 8628)
 * with PKCE. {@link #begin} gives what to show, {@link #await} blocks until the person is through.
 */
public final class DeviceLogin {
  /** The public client of the command line and of programs that people use. */
  public static final String CLIENT = "liaison-cli";

  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  private static final Duration SLOWER = Duration.ofSeconds(5);

  private final Realm realm;
  private final String clientId;
  private final Pause pause;
  private final Clock clock;

  public DeviceLogin(Realm realm, String clientId) {
    this(realm, clientId, Pause.real(), Clock.systemUTC());
  }

  DeviceLogin(Realm realm, String clientId, Pause pause, Clock clock) {
    this.realm = realm;
    this.clientId = clientId;
    this.pause = pause;
    this.clock = clock;
  }

  public Answer<DeviceGrant> begin() {
    Pkce pkce = Pkce.random();
    RealmAnswer answer =
        realm.deviceAuthorization(
            Map.of(
                "client_id",
                clientId,
                "scope",
                "openid",
                "code_challenge",
                pkce.challenge(),
                "code_challenge_method",
                "S256"));
    return switch (answer) {
      case RealmAnswer.Document document -> read(document.json(), pkce);
      case RealmAnswer.Failure failure -> new Answer.Refused<>(Problem.named(400, failure.code()));
      case RealmAnswer.Silence silence -> new Answer.Unreachable<>();
    };
  }

  private static Answer<DeviceGrant> read(JsonNode json, Pkce pkce) {
    String code = json.path("device_code").asText("");
    String page = json.path("verification_uri").asText("");
    if (code.isEmpty() || page.isEmpty()) {
      return new Answer.Refused<>(Problem.unexpected(200));
    }
    return new Answer.Done<>(
        new DeviceGrant(
            json.path("user_code").asText(""),
            page,
            json.path("verification_uri_complete").asText(page),
            Duration.ofSeconds(Math.clamp(json.path("interval").asLong(5), 1, 60)),
            Duration.ofSeconds(Math.clamp(json.path("expires_in").asLong(600), 1, 3600)),
            code,
            pkce.verifier()));
  }

  /** Polls no faster than the realm allows; a realm that is away for a moment is asked again. */
  public LoginOutcome await(DeviceGrant grant) {
    Instant end = clock.instant().plus(grant.lifetime());
    Duration interval = grant.interval();
    LoginOutcome last = new LoginOutcome.Expired();
    while (clock.instant().isBefore(end)) {
      rest(interval);
      switch (ask(grant)) {
        case RealmAnswer.Document document -> {
          return TokenReader.read(document.json(), clock)
              .<LoginOutcome>map(LoginOutcome.LoggedIn::new)
              .orElseGet(() -> new LoginOutcome.Misconfigured("no-token"));
        }
        case RealmAnswer.Silence silence -> {
          last = new LoginOutcome.Unreachable();
          interval = interval.plus(SLOWER);
        }
        case RealmAnswer.Failure(String code) -> {
          last = new LoginOutcome.Expired();
          switch (code) {
            case "authorization_pending" -> {}
            case "slow_down" -> interval = interval.plus(SLOWER);
            case "access_denied" -> {
              return new LoginOutcome.Denied();
            }
            case "expired_token" -> {
              return new LoginOutcome.Expired();
            }
            case String other -> {
              return new LoginOutcome.Misconfigured(other);
            }
          }
        }
      }
    }
    return last;
  }

  private RealmAnswer ask(DeviceGrant grant) {
    return realm.token(
        Map.of(
            "grant_type",
            GRANT,
            "client_id",
            clientId,
            "device_code",
            grant.deviceCode(),
            "code_verifier",
            grant.verifier()));
  }

  private void rest(Duration time) {
    try {
      pause.rest(time);
    } catch (InterruptedException stopped) {
      throw Interrupted.now();
    }
  }
}
