package fr.liaison.notification.delivery;

import com.interaso.webpush.WebPush;
import fr.liaison.notification.subscription.PublicAddresses;
import fr.liaison.notification.subscription.PushEndpoint;
import fr.liaison.notification.vapid.Vapid;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to push (RFC 8030, 8291, 8292). Connects to the very address that was found to be
 * public, follows no redirect, and reads nothing of the answer but its status. Blocks; never throws
 * for what the other side does.
 */
@ApplicationScoped
class PushClient {
  /** The whole payload of every push there is. */
  static final byte[] PAYLOAD = "{\"v\":1}".getBytes(StandardCharsets.UTF_8);

  private final HttpClient http;
  private final Vapid vapid;
  private final PublicAddresses addresses;
  private final Duration timeout;
  private final Clock clock = Clock.systemUTC();

  PushClient(Vertx vertx, Vapid vapid, PublicAddresses addresses, DeliveryConfig config) {
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) config.timeout().toMillis())
                .setKeepAliveTimeout(30)
                // Two lanes share it; neither may wait for the other's connections to a provider.
                .setMaxPoolSize(2 * config.parallel())
                .setDecompressionSupported(false));
    this.vapid = vapid;
    this.addresses = addresses;
    this.timeout = config.timeout();
  }

  PushAnswer send(ClaimedPush push) {
    Optional<Buffer> body = encrypt(push);
    if (body.isEmpty()) {
      return new PushAnswer.Never("unfit-keys");
    }
    try {
      InetAddress address = addresses.resolve(push.endpoint().host());
      return judge(post(push, address, body.get()));
    } catch (PublicAddresses.ForbiddenAddress inside) {
      return new PushAnswer.Never("forbidden-address");
    } catch (UnknownHostException unknown) {
      return later("unknown-host");
    } catch (TimeoutException slow) {
      return later("timeout");
    } catch (ExecutionException failure) {
      return later("unreachable");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return later("stopped");
    }
  }

  /** The library throws a checked exception it does not declare; any failure means unfit keys. */
  private Optional<Buffer> encrypt(ClaimedPush push) {
    try {
      byte[] p256dh = push.keys().p256dh().toArray();
      byte[] auth = push.keys().auth().toArray();
      return Optional.of(Buffer.buffer(vapid.webPush().getBody(PAYLOAD, p256dh, auth)));
    } catch (Exception unfit) {
      return Optional.empty();
    }
  }

  private Reply post(ClaimedPush push, InetAddress address, Buffer body)
      throws ExecutionException, InterruptedException, TimeoutException {
    PushEndpoint endpoint = push.endpoint();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(endpoint.port(), address.getHostAddress()))
            .setHost(endpoint.host())
            .setPort(endpoint.port())
            .setSsl(endpoint.secure())
            .setURI(endpoint.target())
            .setFollowRedirects(false)
            .setTimeout(timeout.toMillis())
            .setHeaders(headers(push));
    Future<Reply> reply = http.request(options).compose(request -> exchange(request, body));
    return reply
        .toCompletionStage()
        .toCompletableFuture()
        .get(timeout.toMillis() * 2, TimeUnit.MILLISECONDS);
  }

  private MultiMap headers(ClaimedPush push) {
    long ttl = Math.max(0, Duration.between(clock.instant(), push.expiresAt()).toSeconds());
    Map<String, String> headers =
        vapid
            .webPush()
            .getHeadersWithToken(
                vapid.token(push.endpoint().origin()),
                (int) Math.min(ttl, Integer.MAX_VALUE),
                push.urgent() ? "liaison-urgent" : "liaison",
                push.urgent() ? WebPush.Urgency.High : WebPush.Urgency.Normal);
    return MultiMap.caseInsensitiveMultiMap().addAll(headers);
  }

  /** Takes the status and drops the rest: a push service has nothing more to tell us. */
  private static Future<Reply> exchange(HttpClientRequest request, Buffer body) {
    return request
        .send(body)
        .map(
            response -> {
              Reply reply = new Reply(response.statusCode(), response.getHeader("Retry-After"));
              discard(request, response);
              return reply;
            });
  }

  /** A short answer leaves the connection usable; anything longer is not worth waiting for. */
  private static void discard(HttpClientRequest request, HttpClientResponse response) {
    String length = response.getHeader("Content-Length");
    boolean isShort = length != null && length.matches("[0-9]{1,4}");
    if (isShort) {
      response.resume();
    } else {
      request.reset();
    }
  }

  private PushAnswer judge(Reply reply) {
    int status = reply.status();
    if (status >= 200 && status < 300) {
      return new PushAnswer.Taken();
    }
    if (status == 404 || status == 410) {
      return new PushAnswer.Gone();
    }
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      Instant now = clock.instant();
      return new PushAnswer.Later(
          Integer.toString(status), BackOff.retryAfter(reply.retryAfter(), now));
    }
    return new PushAnswer.Never(Integer.toString(status));
  }

  private static PushAnswer later(String reason) {
    return new PushAnswer.Later(reason, Optional.empty());
  }

  private record Reply(int status, @Nullable String retryAfter) {}
}
