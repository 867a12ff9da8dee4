package fr.liaison.client.http;

import fr.liaison.client.id.DeviceId;
import fr.liaison.contracts.json.Bytes;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One attempt on the wire. Bodies are bounded; the time limit holds until their last byte. */
final class Exchange {
  private static final long LARGEST_BODY = 64L << 20;
  private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

  private final HttpSettings settings;
  private final HttpClient client;

  Exchange(HttpSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  Answer<Reply> once(Call call, String token, @Nullable DeviceId device) {
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(
            request(call, token, device),
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), LARGEST_BODY));
    try {
      HttpResponse<byte[]> response = sent.get(patience(call).toMillis(), TimeUnit.MILLISECONDS);
      return response.statusCode() / 100 == 2
          ? new Answer.Done<>(
              new Reply(response.statusCode(), response.headers(), Bytes.of(response.body())))
          : new Answer.Refused<>(problem(response));
    } catch (ExecutionException | TimeoutException lost) {
      sent.cancel(true);
      return new Answer.Unreachable<>();
    } catch (InterruptedException stopped) {
      sent.cancel(true);
      throw Interrupted.now();
    }
  }

  private HttpRequest request(Call call, String token, @Nullable DeviceId device) {
    URI address = URI.create(settings.origin() + call.service().path() + call.path());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).timeout(patience(call)).method(call.method(), body(call));
    call.headers().forEach(request::header);
    if (!call.open()) {
      request.header("Authorization", "Bearer " + token);
      if (device != null) {
        request.header("Liaison-Device", device.toString());
      }
    }
    return request.build();
  }

  private Duration patience(Call call) {
    return call.file() == null ? settings.callTimeout() : LONGEST_UPLOAD;
  }

  private static HttpRequest.BodyPublisher body(Call call) {
    if (call.file() != null) {
      try {
        return HttpRequest.BodyPublishers.ofFile(call.file());
      } catch (FileNotFoundException gone) {
        throw new UncheckedIOException(gone);
      }
    }
    return call.body().length() == 0
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofByteArray(call.body().toArray());
  }

  private static Problem problem(HttpResponse<byte[]> response) {
    return Problem.read(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        new String(response.body(), StandardCharsets.UTF_8),
        retryAfter(response.headers().firstValue("Retry-After").orElse("")));
  }

  /** Seconds or an HTTP date (RFC 9110 10.2.3); anything else counts as not said. */
  static @Nullable Duration retryAfter(String header) {
    try {
      if (header.matches("\\d{1,9}")) {
        return Duration.ofSeconds(Long.parseLong(header));
      }
      Instant at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(Instant.now(), at);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException notADate) {
      return null;
    }
  }
}
