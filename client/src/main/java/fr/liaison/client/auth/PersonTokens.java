package fr.liaison.client.auth;

import fr.liaison.client.http.AccessTokens;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.store.Settings;
import fr.liaison.client.store.Store;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of a person who logged in by {@link DeviceLogin}. Refresh tokens rotate: each new one is
 * durable in the store before the access token that came with it is given out.
 */
public final class PersonTokens {
  private final Realm realm;
  private final String clientId;
  private final Store store;
  private final Clock clock;

  private PersonTokens(Realm realm, String clientId, Store store, Clock clock) {
    this.realm = realm;
    this.clientId = clientId;
    this.store = store;
    this.clock = clock;
  }

  /** Answers as signed out while the store holds no refresh token, or when its session is over. */
  public static AccessTokens stored(Realm realm, String clientId, Store store) {
    return of(realm, clientId, store, Clock.systemUTC(), null);
  }

  /** Keeps what a login gave and goes on from there. */
  public static AccessTokens begin(Realm realm, String clientId, Store store, TokenSet loggedIn) {
    keep(store, loggedIn);
    return of(realm, clientId, store, Clock.systemUTC(), loggedIn);
  }

  /** Ends the session at the server, as far as it answers, and forgets it here in any case. */
  public static void logout(Realm realm, String clientId, Store store) {
    store
        .read(Settings.REFRESH_TOKEN::read)
        .ifPresent(token -> realm.logout(Map.of("client_id", clientId, "refresh_token", token)));
    store.change(Settings.REFRESH_TOKEN::forget);
  }

  static AccessTokens of(
      Realm realm, String clientId, Store store, Clock clock, @Nullable TokenSet first) {
    PersonTokens person = new PersonTokens(realm, clientId, store, clock);
    return new CachedTokens(person::next, clock, first);
  }

  private Answer<TokenSet> next() {
    Optional<String> refresh = store.read(Settings.REFRESH_TOKEN::read);
    if (refresh.isEmpty()) {
      return new Answer.Refused<>(Problem.signedOut());
    }
    Map<String, String> form =
        Map.of(
            "grant_type", "refresh_token", "client_id", clientId, "refresh_token", refresh.get());
    return switch (realm.token(form)) {
      case RealmAnswer.Document document -> kept(TokenReader.read(document.json(), clock));
      case RealmAnswer.Failure failure -> new Answer.Refused<>(Problem.signedOut());
      case RealmAnswer.Silence silence -> new Answer.Unreachable<>();
    };
  }

  private Answer<TokenSet> kept(Optional<TokenSet> fresh) {
    fresh.ifPresent(tokens -> keep(store, tokens));
    return fresh
        .<Answer<TokenSet>>map(Answer.Done::new)
        .orElseGet(() -> new Answer.Refused<>(Problem.unexpected(200)));
  }

  private static void keep(Store store, TokenSet tokens) {
    String refresh = tokens.refreshToken();
    if (refresh != null) {
      store.change(transaction -> Settings.REFRESH_TOKEN.write(transaction, refresh));
    }
  }
}
