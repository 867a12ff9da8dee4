package fr.liaison.gateway.answer;

import io.vertx.core.MultiMap;

/**
 * The headers that tell the browser what may happen. The web client gets a policy without any
 * `unsafe` word; data get one that forbids everything; Keycloak's pages keep the policy of their
 * realm.
 */
public final class SecurityHeaders {
  private static final String SITE_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
          + " media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self';"
          + " manifest-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";
  private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
  private static final String PERMISSIONS =
      "camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), browsing-topics=()";

  private final boolean https;

  /** Strict transport security is announced only where the public origin is https. */
  public SecurityHeaders(boolean https) {
    this.https = https;
  }

  /** For files of the web client. */
  public void site(MultiMap headers) {
    common(headers);
    headers.set("Content-Security-Policy", SITE_POLICY);
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", PERMISSIONS);
    headers.set("X-Frame-Options", "DENY");
  }

  /**
   * For answers of the services and of the gateway itself; never stored unless the service says so.
   */
  public void data(MultiMap headers) {
    common(headers);
    headers.set("Content-Security-Policy", DATA_POLICY);
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (!headers.contains("Cache-Control")) {
      headers.set("Cache-Control", "no-store");
    }
  }

  /** For Keycloak's pages, which bring their own policy. */
  public void login(MultiMap headers) {
    common(headers);
  }

  private void common(MultiMap headers) {
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    if (https) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    } else {
      headers.remove("Strict-Transport-Security");
    }
  }
}
