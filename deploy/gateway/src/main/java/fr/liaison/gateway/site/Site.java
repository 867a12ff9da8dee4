package fr.liaison.gateway.site;

import fr.liaison.gateway.answer.Problems;
import fr.liaison.gateway.answer.SecurityHeaders;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Path;

/**
 * Answers for the web client. Files whose name carries a hash (below `/assets/`) may be kept for
 * ever; everything else, above all the start page and the service worker, is asked for again each
 * time and answered 304 while unchanged.
 */
public final class Site {
  private static final String HASHED = "/assets/";

  private final Vertx vertx;
  private final SiteFiles files;
  private final SecurityHeaders security;
  private final Problems problems;

  public Site(Vertx vertx, Path root, SecurityHeaders security, Problems problems) {
    this.vertx = vertx;
    this.files = new SiteFiles(root);
    this.security = security;
    this.problems = problems;
  }

  public void handle(HttpServerRequest request, String path) {
    if (!HttpMethod.GET.equals(request.method()) && !HttpMethod.HEAD.equals(request.method())) {
      problems.methodNotAllowed(request, "GET, HEAD");
      return;
    }
    request.pause();
    vertx
        .executeBlocking(() -> files.find(path), false)
        .onSuccess(
            found ->
                found.ifPresentOrElse(
                    file -> send(request, path, file), () -> problems.notFound(request)))
        .onFailure(_ -> problems.unavailable(request, "web"));
  }

  private void send(HttpServerRequest request, String path, SiteFile file) {
    request.resume();
    HttpServerResponse response = request.response();
    MultiMap headers = response.headers();
    security.site(headers);
    headers.set("ETag", file.etag());
    headers.set("Vary", "Accept-Encoding");
    headers.set(
        "Cache-Control",
        path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
    if (file.etag().equals(request.getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    headers.set("Content-Type", file.mediaType());
    Buffer gzip = file.gzip();
    Buffer body = file.plain();
    if (gzip != null && acceptsGzip(request)) {
      body = gzip;
      headers.set("Content-Encoding", "gzip");
    }
    headers.set("Content-Length", Integer.toString(body.length()));
    if (HttpMethod.HEAD.equals(request.method())) {
      response.end();
    } else {
      response.end(body);
    }
  }

  private static boolean acceptsGzip(HttpServerRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
  }
}
