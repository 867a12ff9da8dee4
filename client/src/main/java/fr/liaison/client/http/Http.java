package fr.liaison.client.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import fr.liaison.client.id.DeviceId;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.contracts.problem.ProblemType;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Calls the services. Thread-safe; blocks, so use virtual threads for many calls at once. Renews a
 * refused token once, waits out overload within bounds, and follows no redirect.
 */
public final class Http {
  private static final RandomGenerator RANDOM = new SecureRandom();

  private final HttpSettings settings;
  private final AccessTokens tokens;
  private final Pause pause;
  private final Exchange exchange;
  private final @Nullable DeviceId device;

  public Http(HttpSettings settings, AccessTokens tokens) {
    this(settings, tokens, Pause.real());
  }

  public Http(HttpSettings settings, AccessTokens tokens, Pause pause) {
    this(settings, tokens, pause, new Exchange(settings), null);
  }

  private Http(
      HttpSettings settings,
      AccessTokens tokens,
      Pause pause,
      Exchange exchange,
      @Nullable DeviceId device) {
    this.settings = settings;
    this.tokens = tokens;
    this.pause = pause;
    this.exchange = exchange;
    this.device = device;
  }

  /** The same, acting through this device. */
  public Http onDevice(DeviceId id) {
    return new Http(settings, tokens, pause, exchange, id);
  }

  /** The answer's JSON as {@code type}; members we do not know are ignored. */
  public <T> Answer<T> json(Call call, Class<T> type) {
    return send(call).then(reply -> read(reply, ContractJson.mapper().constructType(type)));
  }

  /** The answer as it came. */
  public Answer<Reply> send(Call call) {
    RetryRule rule = new RetryRule(settings.attempts(), settings.longestWait(), RANDOM);
    String refusedToken = "";
    for (int attempt = 1; ; attempt++) {
      Answer<String> token = call.open() ? new Answer.Done<>("") : tokens.accessToken(refusedToken);
      String sent = token instanceof Answer.Done<String>(String value) ? value : "";
      Answer<Reply> answer = token.then(bearer -> exchange.once(call, bearer, device));
      if (expired(answer, call) && refusedToken.isEmpty() && !sent.isEmpty()) {
        refusedToken = sent;
        continue;
      }
      Optional<Duration> wait = waitAfter(rule, answer, call, attempt);
      if (wait.isEmpty()) {
        return answer;
      }
      rest(wait.get());
    }
  }

  private static boolean expired(Answer<Reply> answer, Call call) {
    return !call.open()
        && answer instanceof Answer.Refused<Reply>(Problem problem)
        && problem.status() == 401
        && !problem.is(ProblemType.STEP_UP_REQUIRED);
  }

  private static Optional<Duration> waitAfter(
      RetryRule rule, Answer<Reply> answer, Call call, int attempt) {
    return switch (answer) {
      case Answer.Done<Reply>(Reply reply) -> Optional.empty();
      case Answer.Refused<Reply>(Problem problem) -> rule.after(problem, call, attempt);
      case Answer.Unreachable<Reply>() -> rule.afterSilence(call, attempt);
    };
  }

  private void rest(Duration wait) {
    try {
      pause.rest(wait);
    } catch (InterruptedException stopped) {
      throw Interrupted.now();
    }
  }

  private static <T> Answer<T> read(Reply reply, JavaType type) {
    try {
      T value = ContractJson.mapper().readValue(reply.text(), type);
      if (value != null) {
        return new Answer.Done<>(value);
      }
    } catch (JsonProcessingException | IllegalArgumentException unreadable) {
      // Said below: not the document we know.
    }
    return new Answer.Refused<>(Problem.unexpected(reply.status()));
  }
}
