package fr.liaison.gateway;

import static fr.liaison.gateway.Answers.echo;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Which headers cross every gateway, and which it sets itself. */
interface GatewayHeaderContract {
  Front front();

  @Test
  default void forgedForwardingAndInternalHeadersAreReplaced() throws Exception {
    JsonObject headers =
        echo(front()
                .send(
                    front()
                        .request("/api/directory/v1/me")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Proto", "gopher")
                        .header("X-Forwarded-Prefix", "/evil")
                        .header("Forwarded", "for=203.0.113.9;host=evil.example")
                        .header("X-Real-IP", "203.0.113.9")
                        .header("X-Original-URL", "/q/metrics")
                        .header("Liaison-Internal-Account", "somebody")))
            .getJsonObject("headers");

    assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
    assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
    assertThat(headers.getString("x-forwarded-host")).isEqualTo(front().origin().getAuthority());
    assertThat(headers.getString("forwarded"))
        .isEqualTo("for=127.0.0.1;host=\"" + front().origin().getAuthority() + "\";proto=http");
    assertThat(headers.getMap())
        .doesNotContainKeys(
            "x-forwarded-prefix", "x-real-ip", "x-original-url", "liaison-internal-account");
  }

  @Test
  default void answersCarrySecurityHeadersAndNothingOfTheInside() throws Exception {
    var headers = front().get("/api/directory/v1/me").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("ETag")).contains("\"kept\"");
    assertThat(headers.map().keySet())
        .doesNotContain(
            "server", "x-powered-by", "liaison-internal-trace", "strict-transport-security");
  }

  @Test
  default void theLoginPagesKeepTheirOwnContentPolicy() throws Exception {
    assertThat(front().get("/auth/realms/liaison/x").headers().allValues("Content-Security-Policy"))
        .containsExactly("script-src 'self'");
  }

  @Test
  default void theWebClientIsServedUnderAPolicyWithoutUnsafe() throws Exception {
    HttpResponse<String> page = front().get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<title>Liaison</title>");
    assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
    assertThat(page.headers().firstValue("Permissions-Policy")).isPresent();
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
  }
}
