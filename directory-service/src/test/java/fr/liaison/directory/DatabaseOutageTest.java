package fr.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.directory.device.TestDevice;
import fr.liaison.test.TestServer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseOutageTest extends RunningService {
  @Test
  void withoutItsDatabaseTheServiceRefusesAndRecoversByItself() {
    Api ines = practitioner(INES_CARON);
    Map<String, Object> request = new TestDevice().request(TestDevice.challenge(ines));
    TestServer.postgres().kill();
    try {
      assertUnavailable(ines.get("/v1/me"));
      assertUnavailable(ines.search(Map.of("q", "moreau")));
      assertUnavailable(ines.post("/v1/devices", request));
      assertUnavailable(administrator().postText("/v1/register-imports", "text/plain", "x"));
      Api.Answer ready = Api.nobody().get("/q/health/ready");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.raw().body()).contains("postgresql");
    } finally {
      TestServer.postgres().start();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Api.nobody().get("/q/health/ready").status() == 200);
    Api.Answer enrolled = ines.post("/v1/devices", request);
    assertThat(enrolled.status()).as("nothing of the first attempt was kept").isEqualTo(201);
  }

  private static void assertUnavailable(Api.Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("unavailable");
    assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
  }
}
