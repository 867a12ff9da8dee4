package fr.liaison.client.http;

import java.util.function.Function;

/** What became of a call: done, refused by the service, or never answered. */
public sealed interface Answer<T> {
  /** The service did it. */
  record Done<T>(T value) implements Answer<T> {
    /** The value may be a token or a person. */
    @Override
    public String toString() {
      return "Done";
    }
  }

  /** The service said no and why. */
  record Refused<T>(Problem problem) implements Answer<T> {}

  /**
   * No answer came. Whether a write happened is not known; repeating it is safe where it says so.
   */
  record Unreachable<T>() implements Answer<T> {}

  default <R> Answer<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Done<T>(T value) -> new Done<>(change.apply(value));
      case Refused<T>(Problem problem) -> new Refused<>(problem);
      case Unreachable<T>() -> new Unreachable<>();
    };
  }

  /** Goes on with another call when this one was done. */
  default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Problem problem) -> new Refused<>(problem);
      case Unreachable<T>() -> new Unreachable<>();
    };
  }

  /** The value; throws {@link CallFailed} for callers to whom every failure is the same. */
  default T orThrow() {
    return switch (this) {
      case Done<T>(T value) -> value;
      case Refused<T>(Problem problem) -> throw new CallFailed(problem);
      case Unreachable<T>() -> throw new CallFailed();
    };
  }
}
