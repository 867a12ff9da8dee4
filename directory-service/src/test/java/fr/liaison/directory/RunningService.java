package fr.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.test.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/**
 * Waits until the service is ready, which includes the start-up import, and finds people by name.
 */
public abstract class RunningService {
  protected static final String CLAIRE_MOREAU = "899700219001";
  protected static final String KARIM_BENALI = "899700219019";
  protected static final String ZOE_LEFEVRE = "899700219027";
  protected static final String JULIE_PETIT = "899700219035";
  protected static final String THOMAS_ROUSSEAU = "899700219043";
  protected static final String NADIA_HADDAD = "899700219050";
  protected static final String INES_CARON = "899700219068";
  protected static final String MATHIEU_LEROY = "899700219076";
  protected static final String STRUCK_OFF = "899700219084";
  protected static final String YANN_TREGUER = "899700219092";
  protected static final String SECRETARY = "3750000001/0042";

  @BeforeEach
  void awaitReady() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Api.nobody().get("/q/health/ready").status() == 200);
  }

  /** The person with this national id, logged in just now; one account per person. */
  protected static Api practitioner(String nationalId) {
    return Api.as(TestTokens.practitioner(accountOf(nationalId), nationalId));
  }

  protected static String accountOf(String nationalId) {
    return "account-of-" + nationalId.replace('/', '-');
  }

  protected static Api administrator() {
    return Api.as(TestTokens.account("administrator", "platform-admin"));
  }

  protected static String idOf(String nationalId) {
    return practitioner(nationalId).get("/v1/me").body().at("/practitioner/id").asText();
  }

  protected static List<String> names(Api.Answer page) {
    assertThat(page.status()).isEqualTo(200);
    return page.body().get("items").findValuesAsText("familyName");
  }

  protected static Api.Answer search(String q) {
    return practitioner(CLAIRE_MOREAU).search(Map.of("q", q));
  }
}
