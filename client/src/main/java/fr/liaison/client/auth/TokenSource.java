package fr.liaison.client.auth;

import fr.liaison.client.http.Answer;

/** Gets one more token set. Called by one thread at a time. */
@FunctionalInterface
interface TokenSource {
  Answer<TokenSet> next();
}
