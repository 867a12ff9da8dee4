package fr.liaison.notification;

import com.interaso.webpush.VapidKeys;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** The service as the tests run it: endpoints on this machine, short pauses, no Kafka. */
public class NotificationService implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    VapidKeys keys = VapidKeys.generate();
    Base64.Encoder base64Url = Base64.getUrlEncoder().withoutPadding();
    return Map.ofEntries(
        Map.entry("quarkus.http.test-port", "0"),
        Map.entry("kafka.bootstrap.servers", "127.0.0.1:1"),
        Map.entry("liaison.consumer.enabled", "false"),
        Map.entry("liaison.outbox.relay", "false"),
        Map.entry("liaison.devices.cache", "0s"),
        Map.entry(
            "liaison.vapid.public-key", base64Url.encodeToString(keys.getApplicationServerKey())),
        Map.entry(
            "liaison.vapid.private-key",
            base64Url.encodeToString(scalar(keys.getPrivateKey().getS()))),
        Map.entry("liaison.vapid.subject", "mailto:operator@example.test"),
        Map.entry("liaison.notification.endpoint.allow-loopback", "true"),
        Map.entry("liaison.notification.queue.grace", "1s"),
        Map.entry("liaison.notification.queue.grace-check", "200ms"),
        Map.entry("liaison.notification.delivery.poll", "200ms"),
        Map.entry("liaison.notification.delivery.first-pause", "100ms"),
        Map.entry("liaison.notification.delivery.timeout", "3s"),
        Map.entry("liaison.notification.delivery.parallel", "2"));
  }

  private static byte[] scalar(BigInteger secret) {
    byte[] signed = secret.toByteArray();
    byte[] scalar = new byte[32];
    byte[] digits = Arrays.copyOfRange(signed, Math.max(0, signed.length - 32), signed.length);
    System.arraycopy(digits, 0, scalar, 32 - digits.length, digits.length);
    return scalar;
  }
}
