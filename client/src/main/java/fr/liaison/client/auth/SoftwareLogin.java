package fr.liaison.client.auth;

import fr.liaison.client.http.AccessTokens;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import java.time.Clock;
import java.util.Map;

/** Tokens of a program that acts for a structure: client credentials (RFC 6749 4.4). */
public final class SoftwareLogin {
  private SoftwareLogin() {}

  /** Asks for the first token when it is needed. A wrong secret answers as signed out. */
  public static AccessTokens tokens(Realm realm, String clientId, String clientSecret) {
    return tokens(realm, clientId, clientSecret, Clock.systemUTC());
  }

  static AccessTokens tokens(Realm realm, String clientId, String clientSecret, Clock clock) {
    Map<String, String> form =
        Map.of(
            "grant_type", "client_credentials",
            "client_id", clientId,
            "client_secret", clientSecret);
    return new CachedTokens(() -> next(realm, form, clock), clock, null);
  }

  private static Answer<TokenSet> next(Realm realm, Map<String, String> form, Clock clock) {
    return switch (realm.token(form)) {
      case RealmAnswer.Document document ->
          TokenReader.read(document.json(), clock)
              .<Answer<TokenSet>>map(Answer.Done::new)
              .orElseGet(() -> new Answer.Refused<>(Problem.unexpected(200)));
      case RealmAnswer.Failure failure -> new Answer.Refused<>(Problem.signedOut());
      case RealmAnswer.Silence silence -> new Answer.Unreachable<>();
    };
  }
}
