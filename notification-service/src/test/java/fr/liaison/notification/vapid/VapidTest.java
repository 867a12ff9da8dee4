package fr.liaison.notification.vapid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.interaso.webpush.VapidKeys;
import fr.liaison.contracts.json.Bytes;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VapidTest {
  private static final VapidKeys KEYS = VapidKeys.generate();
  private static final String PUBLIC = Bytes.of(KEYS.getApplicationServerKey()).toBase64Url();
  private static final String PRIVATE = scalar();

  @Test
  void missingKeysStopTheServiceAndNameTheSetting() {
    assertThatThrownBy(() -> vapid(null, PRIVATE, "mailto:a@example.test"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("LIAISON_VAPID_PUBLIC_KEY is not set");
    assertThatThrownBy(() -> vapid(PUBLIC, " ", "mailto:a@example.test"))
        .hasMessageContaining("LIAISON_VAPID_PRIVATE_KEY is not set");
    assertThatThrownBy(() -> vapid(PUBLIC, PRIVATE, null))
        .hasMessageContaining("LIAISON_VAPID_SUBJECT is not set");
  }

  @Test
  void unfitKeysStopTheServiceWithoutShowingThem() {
    assertThatThrownBy(() -> vapid("nonsense!", PRIVATE, "mailto:a@example.test"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("P-256")
        .hasMessageNotContaining(PRIVATE);
    assertThatThrownBy(() -> vapid(PUBLIC, PRIVATE, "operator"))
        .hasMessageContaining("LIAISON_VAPID_SUBJECT");
  }

  @Test
  void aTokenIsSignedOncePerOrigin() {
    Vapid vapid = vapid(PUBLIC, PRIVATE, "mailto:a@example.test");

    String token = vapid.token("https://push.example.test");

    assertThat(vapid.token("https://push.example.test")).isSameAs(token);
    assertThat(claims(token))
        .contains("\"aud\":\"https://push.example.test\"")
        .contains("\"sub\":\"mailto:a@example.test\"");
    assertThat(claims(vapid.token("https://other.example.test")))
        .contains("https://other.example.test");
  }

  private static String claims(String token) {
    return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }

  private static String scalar() {
    byte[] signed = KEYS.getPrivateKey().getS().toByteArray();
    byte[] scalar = new byte[32];
    int digits = Math.min(32, signed.length);
    System.arraycopy(signed, signed.length - digits, scalar, 32 - digits, digits);
    return Bytes.of(scalar).toBase64Url();
  }

  private static Vapid vapid(String publicKey, String privateKey, String subject) {
    return new Vapid(
        new VapidConfig() {
          @Override
          public Optional<String> publicKey() {
            return Optional.ofNullable(publicKey);
          }

          @Override
          public Optional<String> privateKey() {
            return Optional.ofNullable(privateKey);
          }

          @Override
          public Optional<String> subject() {
            return Optional.ofNullable(subject);
          }

          @Override
          public Duration tokenLifetime() {
            return Duration.ofHours(12);
          }
        });
  }
}
