package fr.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.directory.device.TestDevice;
import fr.liaison.test.LeakCheck;
import fr.liaison.test.TestServer;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Names, numbers, keys, tokens and whatever else callers send never reach the log. */
@QuarkusTest
class LogLeakTest extends RunningService {
  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  @Test
  void nothingThatIsSentIsLoggedWhetherAcceptedOrRefused() {
    leaks.planted(INES_CARON);
    leaks.planted("CARON");
    String token = leaks.planted(TestTokens.practitioner("watched", STRUCK_OFF).sign());
    assertThat(token).isNotEmpty();
    Api ines = practitioner(INES_CARON);
    ines.search(Map.of("q", "caron", "cursor", leaks.marker()));
    ines.search(Map.of("q", leaks.marker()));
    String challenge = leaks.planted(TestDevice.challenge(ines));
    Map<String, Object> request = new TestDevice().request(challenge);
    request.put("name", leaks.marker());
    leaks.planted((String) request.get("signatureKey"));
    assertThat(ines.post("/v1/devices", request).status()).isEqualTo(201);
    assertThat(ines.post("/v1/devices", request).status()).isEqualTo(409);
    ines.postText("/v1/devices", "application/json", "{\"name\":" + leaks.marker());
    ines.get("/v1/practitioners/" + leaks.marker());
    administrator()
        .postText("/v1/register-imports", "text/plain", leaks.marker() + "|" + leaks.marker());
  }

  @Test
  void nothingThatIsSentIsLoggedWhileTheDatabaseIsAway() {
    Api ines = practitioner(INES_CARON);
    Map<String, Object> request = new TestDevice().request(TestDevice.challenge(ines));
    request.put("name", leaks.marker());
    TestServer.postgres().kill();
    try {
      ines.search(Map.of("q", leaks.marker()));
      ines.post("/v1/devices", request);
      administrator().postText("/v1/register-imports", "text/plain", leaks.marker());
    } finally {
      TestServer.postgres().start();
    }
  }
}
