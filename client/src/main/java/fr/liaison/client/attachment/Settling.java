package fr.liaison.client.attachment;

import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Interrupted;
import fr.liaison.client.http.Pause;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Asks again for a few seconds before a 404 is believed: the attachment-service hears of new
 * members and messages a moment after they are accepted.
 */
record Settling(Pause pause) {
  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);

  <T> Answer<T> ask(Supplier<Answer<T>> call) {
    Answer<T> answer = call.get();
    for (int attempt = 1; attempt < ATTEMPTS && isEarly(answer); attempt++) {
      rest(FIRST_WAIT.multipliedBy(1L << (attempt - 1)));
      answer = call.get();
    }
    return answer;
  }

  private static boolean isEarly(Answer<?> answer) {
    return answer instanceof Answer.Refused<?> refused && refused.problem().status() == 404;
  }

  private void rest(Duration wait) {
    try {
      pause.rest(wait);
    } catch (InterruptedException stopped) {
      throw Interrupted.now();
    }
  }
}
