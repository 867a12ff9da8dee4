package fr.liaison.directory.register.source;

import java.util.Locale;

/** Why a file was not fetched. Says nothing of the address. */
final class SourceFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  SourceFailure(Reason reason, Throwable cause) {
    super(reason.code(), cause);
    this.reason = reason;
  }

  SourceFailure(Reason reason) {
    super(reason.code());
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  /** What may be over in a while is tried again. */
  enum Reason {
    NOT_HTTPS(false),
    UNTRUSTED_CERTIFICATE(false),
    REDIRECTED(false),
    NOT_FOUND(false),
    UNEXPECTED_ANSWER(true),
    WITHOUT_STAMP(false),
    UNREACHABLE(true);

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
