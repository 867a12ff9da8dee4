package fr.liaison.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A gateway under test: where it listens, what stands behind it, and how to ask it as a decent
 * client.
 */
record Front(URI origin, Upstreams upstreams, Tokens tokens, HttpClient client) {

  Front(URI origin, Upstreams upstreams, Tokens tokens) {
    this(
        origin,
        upstreams,
        tokens,
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(origin.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", bearer());
  }

  String bearer() {
    return "Bearer " + tokens.valid("b3c1f0de-0000-4000-8000-000000000001");
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
