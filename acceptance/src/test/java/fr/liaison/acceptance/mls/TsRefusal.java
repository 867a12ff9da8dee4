package fr.liaison.acceptance.mls;

/** The web client's MLS library refused what it was asked; the message is its own. */
public final class TsRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TsRefusal(String operation, String reason) {
    super(operation + ": " + reason);
  }
}
