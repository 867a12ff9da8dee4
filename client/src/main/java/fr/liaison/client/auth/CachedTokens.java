package fr.liaison.client.auth;

import fr.liaison.client.http.AccessTokens;
import fr.liaison.client.http.Answer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a token until shortly before it ends. However many threads ask, one renews and all get its
 * result; a failed renewal is given to its caller and tried again by the next.
 */
final class CachedTokens implements AccessTokens {
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final TokenSource source;
  private final Clock clock;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable TokenSet current;

  CachedTokens(TokenSource source, Clock clock, @Nullable TokenSet first) {
    this.source = source;
    this.clock = clock;
    this.current = first;
  }

  @Override
  public Answer<String> accessToken(String refused) {
    turn.lock();
    try {
      TokenSet held = current;
      if (held != null
          && !held.accessToken().equals(refused)
          && clock.instant().isBefore(held.expiresAt().minus(MARGIN))) {
        return new Answer.Done<>(held.accessToken());
      }
      Answer<TokenSet> next = source.next();
      if (next instanceof Answer.Done<TokenSet>(TokenSet fresh)) {
        current = fresh;
      }
      return next.map(TokenSet::accessToken);
    } finally {
      turn.unlock();
    }
  }
}
