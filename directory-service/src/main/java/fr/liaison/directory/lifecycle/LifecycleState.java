package fr.liaison.directory.lifecycle;

import java.util.Arrays;
import java.util.Optional;

/** What a person may do, and why not. The first that holds, from the last one on. */
public enum LifecycleState {
  /** Vouched for, but never logged in. */
  known,
  /** A first strong login has bound an account. */
  activated,
  suspended,
  departed;

  static Optional<LifecycleState> parse(String text) {
    return Arrays.stream(values()).filter(state -> state.name().equals(text)).findFirst();
  }
}
