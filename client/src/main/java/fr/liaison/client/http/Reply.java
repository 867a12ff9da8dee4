package fr.liaison.client.http;

import fr.liaison.contracts.json.Bytes;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** A successful answer as it came. Prints only its status and length. */
public record Reply(int status, HttpHeaders headers, Bytes body) {
  /** A header, or empty. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body.toArray(), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Reply[" + status + ", " + body.length() + " bytes]";
  }
}
