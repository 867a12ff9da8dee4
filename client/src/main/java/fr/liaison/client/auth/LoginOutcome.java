package fr.liaison.client.auth;

/** How a device login ended. */
public sealed interface LoginOutcome {
  record LoggedIn(TokenSet tokens) implements LoginOutcome {}

  /** The person, or the realm, said no. */
  record Denied() implements LoginOutcome {}

  /** Nobody answered in time; begin again. */
  record Expired() implements LoginOutcome {}

  /** The realm does not know this client or grant, by its OAuth error code. */
  record Misconfigured(String error) implements LoginOutcome {}

  record Unreachable() implements LoginOutcome {}
}
