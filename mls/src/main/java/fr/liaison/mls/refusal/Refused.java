package fr.liaison.mls.refusal;

/**
 * Carries a {@link Refusal} from deep inside a check to the face that turns it into an outcome. Not
 * a bug and not rare, hence checked and without a stack trace.
 */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  public Refused(Refusal refusal) {
    super(refusal.code(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }

  /** Refuses unless the condition holds. */
  public static void unless(boolean condition, Refusal refusal) throws Refused {
    if (!condition) {
      throw new Refused(refusal);
    }
  }
}
