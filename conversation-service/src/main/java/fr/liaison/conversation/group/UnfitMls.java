package fr.liaison.conversation.group;

/** Carries an {@link Unfit} from deep inside a check to the outcome it becomes. */
final class UnfitMls extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Unfit unfit;

  UnfitMls(Unfit unfit) {
    super(unfit.reason(), null, false, false);
    this.unfit = unfit;
  }

  Unfit unfit() {
    return unfit;
  }

  static void unless(boolean condition, String field, String reason) throws UnfitMls {
    if (!condition) {
      throw new UnfitMls(Unfit.of(field, reason));
    }
  }
}
