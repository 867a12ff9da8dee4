package fr.liaison.client.auth;

import com.fasterxml.jackson.databind.JsonNode;

/** What the identity server answered: a document, an OAuth error code, or nothing. */
sealed interface RealmAnswer {
  record Document(JsonNode json) implements RealmAnswer {}

  /** {@code error} of RFC 6749 5.2, or {@code http-<status>}. */
  record Failure(String code) implements RealmAnswer {}

  record Silence() implements RealmAnswer {}
}
