package fr.liaison.client.api;

/**
 * A person's card as the directory answers it: a compact JWS to verify before anything in it is
 * believed, and beside it what is not signed.
 */
public record SignedCard(String jws, Homonyms homonyms) {
  /** Keeps the person out of logs. */
  @Override
  public String toString() {
    return "SignedCard";
  }
}
