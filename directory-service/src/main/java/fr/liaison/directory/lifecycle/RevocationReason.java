package fr.liaison.directory.lifecycle;

import fr.liaison.kit.problem.Problem;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an administrator takes a device from its owner. */
public enum RevocationReason {
  /** Nobody knows where it is. */
  lost,
  /** Taken from its owner. */
  stolen,
  /** Somebody else may use it or hold its key. */
  compromise,
  /** The owner asked for it, for any other reason. */
  request;

  /** Throws {@code invalid-parameter}, without what was given. */
  static RevocationReason of(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(
            given ->
                Arrays.stream(values())
                    .filter(reason -> reason.name().equals(given))
                    .findFirst()
                    .orElseThrow(() -> Problem.field("reason", "must be one of the listed ones")))
        .orElseThrow(() -> Problem.field("reason", "is missing"));
  }
}
