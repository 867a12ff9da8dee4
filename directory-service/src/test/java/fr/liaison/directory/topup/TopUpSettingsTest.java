package fr.liaison.directory.topup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopUpSettingsTest {
  private static final String URL = "https://gateway.example/fhir/v2";

  @Test
  void everythingButAddressAndKeyHasADefault() {
    TopUpConfig config = TopUpConfigs.of(Map.of());
    assertThat(config.url()).isEmpty();
    assertThat(config.key().get()).isEqualTo(TopUpConfig.NO_KEY);
    assertThat(config.trustedRoot()).isEmpty();
    assertThat(config.every()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.perSecond()).isEqualTo(17);
    assertThat(config.pageSize()).isEqualTo(50);
    assertThat(config.largestPage().asLongValue()).isEqualTo(4L << 20);
    assertThat(config.mostPages()).isEqualTo(20_000);
    assertThat(config.patience()).isEqualTo(Duration.ofSeconds(40));
    assertThat(config.attempts()).isEqualTo(4);
    assertThat(config.firstPause()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.longestPause()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.overlap()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.longestGap()).isEqualTo(Duration.ofDays(29));
    assertThat(config.mostDepartures()).isEqualTo(0.002);
    assertThat(config.fewDepartures()).isEqualTo(10);
    assertThatCode(() -> TopUpSettings.check(config)).doesNotThrowAnyException();
  }

  @Test
  void theServiceDoesNotStartWithHalfAConfiguration() {
    refused(Map.of("url", URL));
    refused(Map.of("key", "k"));
    refused(Map.of("url", URL, "key", " "));
    accepted(Map.of("url", URL, "key", "k"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gateway.example/fhir/v2",
        "http://localhost.example/fhir",
        "ftp://localhost/fhir",
        "https:///fhir",
        "https://user@gateway.example/fhir",
        "https://gateway.example/fhir?x=1"
      })
  void theKeyTravelsEncryptedOrNotAtAll(String url) {
    refused(Map.of("url", url, "key", "k"));
  }

  @Test
  void thisMachineMayBeAskedInPlainText() {
    accepted(Map.of("url", "http://127.0.0.1:8080/fhir", "key", "k"));
    accepted(Map.of("url", "http://[::1]:8080/fhir", "key", "k"));
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    for (Map.Entry<String, String> one :
        Map.of(
                "per-second", "0",
                "page-size", "0",
                "most-pages", "0",
                "attempts", "0",
                "every", "0S",
                "most-departures", "1.5")
            .entrySet()) {
      refused(Map.of("url", URL, "key", "k", one.getKey(), one.getValue()));
    }
  }

  @Test
  void theKeyIsNotPrinted() {
    assertThat(TopUpConfigs.of(Map.of("url", URL, "key", "very-secret")).key().toString())
        .doesNotContain("very-secret");
  }

  @Test
  void requestsAreSpreadEvenly() {
    AtomicLong now = new AtomicLong();
    TokenBucket bucket = new TokenBucket(17, now::get);
    int taken = 0;
    while (now.get() < 1_000_000_000L) {
      now.addAndGet(bucket.take().toNanos());
      taken += now.get() < 1_000_000_000L ? 1 : 0;
    }
    assertThat(taken).isEqualTo(17);
    now.addAndGet(3_000_000_000L);
    assertThat(bucket.take()).isEqualTo(Duration.ZERO);
    assertThat(bucket.take()).isGreaterThan(Duration.ofMillis(58));
  }

  @Test
  void theWishToBeLeftAloneIsReadAndBounded() {
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    assertThat(RetryAfter.read("120", now)).isEqualTo(Duration.ofMinutes(2));
    assertThat(RetryAfter.read("Sun, 22 Nov 2026 12:00:30 GMT", now))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(RetryAfter.read("Sun, 22 Nov 2026 11:00:00 GMT", now)).isEqualTo(Duration.ZERO);
    assertThat(RetryAfter.read("999999999", now)).isEqualTo(Duration.ofDays(1));
    assertThat(RetryAfter.read("99999999999999999999", now)).isEqualTo(Duration.ofDays(1));
    assertThat(RetryAfter.read("soon", now)).isNull();
    assertThat(RetryAfter.read("-1", now)).isNull();
    assertThat(RetryAfter.read(null, now)).isNull();
  }

  private static void refused(Map<String, String> settings) {
    assertThatThrownBy(() -> TopUpSettings.check(TopUpConfigs.of(settings)))
        .as(settings.toString())
        .isInstanceOf(IllegalStateException.class);
  }

  private static void accepted(Map<String, String> settings) {
    assertThatCode(() -> TopUpSettings.check(TopUpConfigs.of(settings))).doesNotThrowAnyException();
  }
}
