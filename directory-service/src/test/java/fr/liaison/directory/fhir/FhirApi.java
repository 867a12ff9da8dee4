package fr.liaison.directory.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Reads the facade as one caller; every answer must be FHIR JSON and valid. */
final class FhirApi {
  private static final String BASE = "http://localhost:8080/api/directory/fhir";
  private final Api api;

  FhirApi(Api api) {
    this.api = api;
  }

  /** Parameters come as name, value, name, value. */
  Api.Answer get(String path, String... parameters) {
    StringBuilder query = new StringBuilder("/fhir/").append(path);
    for (int i = 0; i < parameters.length; i += 2) {
      query
          .append(i == 0 ? '?' : '&')
          .append(parameters[i])
          .append('=')
          .append(encoded(parameters[i + 1]));
    }
    return send(query.toString());
  }

  Api.Answer send(String path, String... headers) {
    var request = api.request(path).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return checked(api.send(request));
  }

  /** Parameters come as name, value, name, value, and go in the body. */
  Api.Answer post(String path, String... parameters) {
    StringJoiner form = new StringJoiner("&");
    for (int i = 0; i < parameters.length; i += 2) {
      form.add(parameters[i] + "=" + encoded(parameters[i + 1]));
    }
    return checked(
        api.postText("/fhir/" + path, "application/x-www-form-urlencoded", form.toString()));
  }

  static Api.Answer checked(Api.Answer answer) {
    assertThat(answer.raw().headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/fhir+json");
    BaseR4.assertValid(answer.raw().body());
    return answer;
  }

  /** The matches of all pages, by following the next links. */
  List<JsonNode> all(String path, String... parameters) {
    List<JsonNode> all = new ArrayList<>();
    Api.Answer page = get(path, parameters);
    int pages = 0;
    while (true) {
      assertThat(page.status()).as(page.raw().body()).isEqualTo(200);
      all.addAll(entries(page, "match"));
      String next = link(page, "next");
      if (next.isEmpty()) {
        return all;
      }
      assertThat(++pages).isLessThan(100);
      page = send("/fhir" + next);
    }
  }

  /** A link of a page, without the address it begins with; empty where there is none. */
  static String link(Api.Answer page, String relation) {
    for (JsonNode link : page.body().path("link")) {
      if (link.get("relation").asText().equals(relation)) {
        String url = link.get("url").asText();
        assertThat(url).startsWith(BASE + "/");
        return URI.create(url).toString().substring(BASE.length());
      }
    }
    return "";
  }

  static List<JsonNode> entries(Api.Answer page, String mode) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode entry : page.body().path("entry")) {
      if (entry.at("/search/mode").asText().equals(mode)) {
        found.add(entry.get("resource"));
      }
    }
    return found;
  }

  static List<String> families(List<JsonNode> practitioners) {
    return practitioners.stream().map(one -> one.at("/name/0/family").asText()).toList();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
