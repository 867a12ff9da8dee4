package fr.liaison.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives a repeated request its first answer for 24 hours. The key is remembered in the transaction
 * of the act: either both are committed or neither. Concurrent repetitions wait for the first.
 */
@ApplicationScoped
public class Idempotency {
  /** The header a caller may send with any POST. */
  public static final String HEADER = "Idempotency-Key";

  private static final int LONGEST_KEY = 64;

  /**
   * Runs the act, or answers what it answered before. Without a key the act simply runs. The same
   * key with another request is {@code idempotency-conflict}.
   */
  public <T> T once(
      Transaction transaction,
      Caller caller,
      @Nullable String key,
      Object request,
      Class<T> answerType,
      Supplier<T> act) {
    if (key == null) {
      return act.get();
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw Problem.field(HEADER, "must have 1 to 64 characters");
    }
    byte[] fingerprint = fingerprint(request);
    if (claim(transaction, caller, key, fingerprint)) {
      T answer = act.get();
      remember(transaction, caller, key, answer);
      return answer;
    }
    return firstAnswer(transaction, caller, key, fingerprint)
        .map(json -> read(json, answerType))
        .orElseThrow(() -> Problem.of(ProblemType.IDEMPOTENCY_CONFLICT));
  }

  private static boolean claim(
      Transaction transaction, Caller caller, String key, byte[] fingerprint) {
    return transaction.update(
            """
            insert into idempotent_answer (account_id, key, fingerprint) values ($1, $2, $3)
            on conflict do nothing
            """,
            caller.accountId(),
            key,
            Buffer.buffer(fingerprint))
        == 1;
  }

  private static void remember(Transaction transaction, Caller caller, String key, Object answer) {
    transaction.update(
        "update idempotent_answer set answer = $3 where account_id = $1 and key = $2",
        caller.accountId(),
        key,
        write(answer));
  }

  private static Optional<String> firstAnswer(
      Transaction transaction, Caller caller, String key, byte[] fingerprint) {
    return transaction
        .first(
            row ->
                Arrays.equals(row.getBuffer("fingerprint").getBytes(), fingerprint)
                    ? Optional.ofNullable(row.getString("answer"))
                    : Optional.<String>empty(),
            "select fingerprint, answer from idempotent_answer where account_id = $1 and key = $2",
            caller.accountId(),
            key)
        .flatMap(answer -> answer);
  }

  private static byte[] fingerprint(Object request) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(write(request).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String write(Object value) {
    try {
      return ContractJson.mapper().writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("requests and answers must be writable as JSON", unwritable);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return ContractJson.mapper().readValue(json, type);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("an answer must be readable again", unreadable);
    }
  }
}
