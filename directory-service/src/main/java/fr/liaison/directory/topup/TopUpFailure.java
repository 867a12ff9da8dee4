package fr.liaison.directory.topup;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why the source could not be read further. Says nothing of the address, the key or the answer. */
final class TopUpFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient @Nullable Duration retryAfter;

  TopUpFailure(Reason reason) {
    this(reason, null, null);
  }

  TopUpFailure(Reason reason, @Nullable Throwable cause, @Nullable Duration retryAfter) {
    super(reason.code(), cause);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  Reason reason() {
    return reason;
  }

  /** How long the source wants to be left alone, where it said so. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** What may be over in a moment is tried again at once. */
  enum Reason {
    UNREACHABLE(true),
    UNTRUSTED_CERTIFICATE(false),
    /** Took longer than allowed. */
    TOO_SLOW(true),
    /** 429, or 503 with a wish when to come back. */
    THROTTLED(true),
    /** 401 or 403: the key is not accepted. */
    KEY_REFUSED(false),
    REDIRECTED(false),
    /** 5xx. */
    SOURCE_FAILED(true),
    UNEXPECTED_ANSWER(false),
    /** The link to the next page is not known any more; the list is read from its beginning. */
    LINK_EXPIRED(false),
    TOO_LARGE(false),
    WRONG_CONTENT_TYPE(false),
    /** Not JSON, not FHIR, cut, or not the result of a search. */
    UNREADABLE(true),
    /** The next page is said to be on another server. */
    FOREIGN_LINK(false),
    /** The next page is one that was read before. */
    REPEATED_LINK(false),
    TOO_MANY_PAGES(false),
    /** The service is going down. */
    INTERRUPTED(false);

    private final boolean passing;

    Reason(boolean passing) {
      this.passing = passing;
    }

    boolean isPassing() {
      return passing;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
