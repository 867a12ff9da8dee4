package fr.liaison.directory.topup;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.IParser;
import fr.liaison.directory.register.source.Pause;
import fr.liaison.directory.register.source.TrustedRoot;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * Asks the national FHIR interface for pages of search results: one connection, so many requests a
 * second, passing failures tried again. Follows no redirects; an answer is bounded in bytes and
 * time, and its content goes into no log. Belongs to one thread.
 */
final class FhirSource implements AutoCloseable {
  private static final String KEY_HEADER = "ESANTE-API-KEY";
  private static final String FHIR_JSON = "application/fhir+json";

  private final TopUpConfig config;
  private final String key;
  private final HttpClient client;
  private final TokenBucket bucket;
  private final Pause pause;
  private final Clock clock;

  private FhirSource(TopUpConfig config, HttpClient client, Pause pause, Clock clock) {
    this.config = config;
    this.key = config.key().get();
    this.client = client;
    this.bucket = new TokenBucket(config.perSecond(), System::nanoTime);
    this.pause = pause;
    this.clock = clock;
  }

  /** Throws where the root certificate cannot be read. */
  static FhirSource of(TopUpConfig config, Pause pause, Clock clock)
      throws IOException, GeneralSecurityException {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.patience())
            .followRedirects(HttpClient.Redirect.NEVER);
    if (config.trustedRoot().isPresent()) {
      client.sslContext(TrustedRoot.only(config.trustedRoot().get()));
    }
    return new FhirSource(config, client.build(), pause, clock);
  }

  /** The page at this address, after as many attempts as are allowed. */
  Bundle page(URI address) throws InterruptedException {
    Duration wait = config.firstPause();
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(address);
      } catch (TopUpFailure failure) {
        Duration wanted = failure.retryAfter() == null ? wait : failure.retryAfter();
        boolean again = failure.reason().isPassing() && attempt < config.attempts();
        if (!again || wanted.compareTo(config.longestPause()) > 0) {
          throw failure;
        }
        await(wanted);
        wait = wait.multipliedBy(2);
      }
    }
  }

  private Bundle attempt(URI address) throws InterruptedException {
    await(bucket.take());
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header(KEY_HEADER, key)
            .header("Accept", FHIR_JSON)
            .GET()
            .build();
    HttpResponse<byte[]> answer = send(request);
    checkStatus(answer);
    checkType(answer.headers().firstValue("Content-Type").orElse(""));
    return parse(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private void await(Duration wait) throws InterruptedException {
    if (wait.isPositive() && !pause.await(wait)) {
      throw new TopUpFailure(TopUpFailure.Reason.INTERRUPTED);
    }
  }

  /** The whole answer within the patience: a request's own timeout ends with the headers. */
  private HttpResponse<byte[]> send(HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(
            request,
            HttpResponse.BodyHandlers.limiting(
                HttpResponse.BodyHandlers.ofByteArray(), config.largestPage().asLongValue()));
    try {
      return coming.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new TopUpFailure(TopUpFailure.Reason.TOO_SLOW, late, null);
    } catch (ExecutionException failed) {
      throw new TopUpFailure(reason(failed), failed, null);
    } finally {
      coming.cancel(true);
    }
  }

  private static TopUpFailure.Reason reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return TopUpFailure.Reason.UNTRUSTED_CERTIFICATE;
      }
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof IOException && message.contains("body exceeds capacity")) {
        return TopUpFailure.Reason.TOO_LARGE;
      }
    }
    return TopUpFailure.Reason.UNREACHABLE;
  }

  private void checkStatus(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status == 200) {
      return;
    }
    @Nullable Duration wanted =
        RetryAfter.read(answer.headers().firstValue("Retry-After").orElse(null), clock.instant());
    throw new TopUpFailure(
        switch (status) {
          case 301, 302, 303, 307, 308 -> TopUpFailure.Reason.REDIRECTED;
          case 401, 403 -> TopUpFailure.Reason.KEY_REFUSED;
          case 400, 404, 410 -> TopUpFailure.Reason.LINK_EXPIRED;
          case 429 -> TopUpFailure.Reason.THROTTLED;
          case 503 ->
              wanted == null ? TopUpFailure.Reason.SOURCE_FAILED : TopUpFailure.Reason.THROTTLED;
          default ->
              status >= 500
                  ? TopUpFailure.Reason.SOURCE_FAILED
                  : TopUpFailure.Reason.UNEXPECTED_ANSWER;
        },
        null,
        wanted);
  }

  private static void checkType(String header) {
    String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!type.equals(FHIR_JSON) && !type.equals("application/json")) {
      throw new TopUpFailure(TopUpFailure.Reason.WRONG_CONTENT_TYPE);
    }
  }

  private static Bundle parse(String text) {
    // HAPI's own handlers log what they stumble over, which is about people.
    IParser parser =
        FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new ErrorHandlerAdapter());
    try {
      Bundle bundle = parser.parseResource(Bundle.class, text);
      if (bundle.getType() == Bundle.BundleType.SEARCHSET) {
        return bundle;
      }
    } catch (DataFormatException | IllegalArgumentException | ClassCastException bad) {
      throw new TopUpFailure(TopUpFailure.Reason.UNREADABLE, withoutText(bad), null);
    } catch (StackOverflowError tooDeep) {
      throw new TopUpFailure(TopUpFailure.Reason.UNREADABLE);
    }
    throw new TopUpFailure(TopUpFailure.Reason.UNREADABLE);
  }

  /** Messages of the parser quote the answer. */
  private static Exception withoutText(Exception failure) {
    Exception bare = new IllegalArgumentException(failure.getClass().getSimpleName());
    bare.setStackTrace(failure.getStackTrace());
    return bare;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
