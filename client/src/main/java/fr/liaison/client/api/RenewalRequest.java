package fr.liaison.client.api;

import fr.liaison.contracts.json.Bytes;

/**
 * What a device sends for a new certificate.
 *
 * @param proof Ed25519 over {@code liaison-device-renewal-v1}, the challenge and the key
 */
public record RenewalRequest(String challenge, Bytes proof) {
  @Override
  public String toString() {
    return "RenewalRequest[]";
  }
}
