package fr.liaison.notification.vapid;

import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Our identity towards push services. Tokens are signed once per origin and reused for half their
 * life: signing costs more than sending.
 */
@ApplicationScoped
public class Vapid {
  private static final int MOST_ORIGINS = 1_000;

  private final WebPush webPush;
  private final Duration lifetime;
  private final Clock clock = Clock.systemUTC();
  private final ConcurrentMap<String, Token> tokens = new ConcurrentHashMap<>();

  Vapid(VapidConfig config) {
    String publicKey = required(config.publicKey(), "LIAISON_VAPID_PUBLIC_KEY");
    String privateKey = required(config.privateKey(), "LIAISON_VAPID_PRIVATE_KEY");
    String subject = required(config.subject(), "LIAISON_VAPID_SUBJECT");
    if (!subject.startsWith("mailto:") && !subject.startsWith("https:")) {
      throw new IllegalStateException("LIAISON_VAPID_SUBJECT must begin with mailto: or https:");
    }
    this.webPush = new WebPush(subject, keys(publicKey, privateKey));
    this.lifetime = config.tokenLifetime();
  }

  /** Makes a missing or unfit key stop the start instead of the first push. */
  void check(@Observes StartupEvent event) {
    publicKey();
  }

  /** What browsers call the application server key: base64url of the uncompressed point. */
  public String publicKey() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(webPush.getVapidKeys().getApplicationServerKey());
  }

  public WebPush webPush() {
    return webPush;
  }

  /** A signed token for the push service at this origin. */
  public String token(String origin) {
    Instant now = clock.instant();
    if (tokens.size() > MOST_ORIGINS) {
      tokens.clear();
    }
    return tokens
        .compute(
            origin,
            (key, held) -> held != null && held.renewAt().isAfter(now) ? held : sign(key, now))
        .value();
  }

  private Token sign(String origin, Instant now) {
    return new Token(
        webPush.getToken(origin, (int) lifetime.toSeconds()), now.plus(lifetime.dividedBy(2)));
  }

  private static VapidKeys keys(String publicKey, String privateKey) {
    try {
      return VapidKeys.fromUncompressedBytes(publicKey, privateKey);
    } catch (RuntimeException unfit) {
      throw new IllegalStateException(
          "LIAISON_VAPID_PUBLIC_KEY and LIAISON_VAPID_PRIVATE_KEY must be a P-256 key pair: the"
              + " 65-byte uncompressed point and the 32-byte scalar, both base64url");
    }
  }

  private static String required(Optional<String> value, String name) {
    return value
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    name
                        + " is not set: the notification service needs its VAPID key pair"
                        + " (LIAISON_VAPID_PUBLIC_KEY, LIAISON_VAPID_PRIVATE_KEY) and contact"
                        + " (LIAISON_VAPID_SUBJECT)"));
  }

  private record Token(String value, Instant renewAt) {
    @Override
    public String toString() {
      return "Token[renewAt=" + renewAt + "]";
    }
  }
}
