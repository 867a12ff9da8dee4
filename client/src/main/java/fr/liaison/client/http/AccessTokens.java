package fr.liaison.client.http;

/**
 * Where access tokens come from. Implementations are thread-safe and keep a token until shortly
 * before it ends. Refused means that nobody is logged in any more.
 */
@FunctionalInterface
public interface AccessTokens {
  /**
   * A token that is good now.
   *
   * @param refused the token a service has just refused, not to be given out again; else empty
   */
  Answer<String> accessToken(String refused);
}
