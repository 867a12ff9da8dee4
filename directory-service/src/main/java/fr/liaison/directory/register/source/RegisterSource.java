package fr.liaison.directory.register.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks the publisher's servers which file they offer, and for the file. Trusts one root, follows no
 * redirects, takes no file without a generation stamp in its name.
 */
final class RegisterSource implements AutoCloseable {
  private static final Pattern FILE_NAME =
      Pattern.compile("filename=\"?([A-Za-z0-9_-]{1,80}_\\d{8}(?:\\d{4})?\\.(?:zip|txt))\"?");

  private final HttpClient client;
  private final Duration patience;

  private RegisterSource(HttpClient client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  /** Throws where the root certificate cannot be read. */
  static RegisterSource of(SourceConfig config) throws IOException, GeneralSecurityException {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.patience())
            .followRedirects(HttpClient.Redirect.NEVER);
    if (config.trustedRoot().isPresent()) {
      client.sslContext(TrustedRoot.only(config.trustedRoot().get()));
    }
    return new RegisterSource(client.build(), config.patience());
  }

  /** A file as it arrives; its size may be unknown. */
  record Download(String fileName, @Nullable Long size, InputStream body) {}

  /** The name, with its stamp, of the file that is offered now. */
  String offered(URI url) throws InterruptedException {
    HttpRequest.Builder head = request(url).method("HEAD", HttpRequest.BodyPublishers.noBody());
    return fileName(send(head, HttpResponse.BodyHandlers.discarding()));
  }

  /** Begins the download; whoever asks closes the body. */
  Download download(URI url) throws InterruptedException {
    HttpResponse<InputStream> answer =
        send(request(url).GET(), HttpResponse.BodyHandlers.ofInputStream());
    long size = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    return new Download(fileName(answer), size < 0 ? null : size, answer.body());
  }

  private HttpRequest.Builder request(URI url) {
    if (!"https".equals(url.getScheme())) {
      throw new SourceFailure(SourceFailure.Reason.NOT_HTTPS);
    }
    return HttpRequest.newBuilder(url).timeout(patience);
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
      throws InterruptedException {
    HttpResponse<T> answer;
    try {
      answer = client.send(request.build(), body);
    } catch (IOException away) {
      if (hasForeignCertificate(away)) {
        throw new SourceFailure(SourceFailure.Reason.UNTRUSTED_CERTIFICATE, away);
      }
      throw new SourceFailure(SourceFailure.Reason.UNREACHABLE, away);
    }
    if (answer.statusCode() != 200) {
      throw new SourceFailure(reason(answer.statusCode()));
    }
    return answer;
  }

  /** Other failures of TLS, such as a connection cut in its handshake, may pass. */
  private static boolean hasForeignCertificate(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }

  private static SourceFailure.Reason reason(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> SourceFailure.Reason.REDIRECTED;
      case 404, 410 -> SourceFailure.Reason.NOT_FOUND;
      default -> SourceFailure.Reason.UNEXPECTED_ANSWER;
    };
  }

  private static String fileName(HttpResponse<?> answer) {
    Matcher name = FILE_NAME.matcher(answer.headers().firstValue("Content-Disposition").orElse(""));
    if (!name.find()) {
      throw new SourceFailure(SourceFailure.Reason.WITHOUT_STAMP);
    }
    return name.group(1);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
