package fr.liaison.client.auth;

import java.time.Duration;

/**
 * A login that waits for the person (RFC 8628): show the address and the code. Prints neither of
 * the secrets.
 *
 * @param userCode what the person types, or compares
 * @param page where they type it
 * @param pageWithCode the same with the code filled in, or {@code page}
 */
public record DeviceGrant(
    String userCode,
    String page,
    String pageWithCode,
    Duration interval,
    Duration lifetime,
    String deviceCode,
    String verifier) {
  @Override
  public String toString() {
    return "DeviceGrant";
  }
}
