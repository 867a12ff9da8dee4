package fr.liaison.audit.tlog.merkle;

/** Bytes or text that do not follow the log formats; the message names the rule, not the input. */
public final class MalformedLogDataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedLogDataException(String brokenRule) {
    super(brokenRule);
  }
}
