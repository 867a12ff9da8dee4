package fr.liaison.register.defect;

import fr.liaison.register.chance.Chance;
import java.util.Arrays;
import java.util.List;

/**
 * Which person has which defect. Every defect occurs among the first some hundred people, later one
 * person in a thousand has any. Only every sixteenth person may, so that two never stand next to
 * each other and a reader can tell where each begins and ends.
 */
public final class DefectPlan {
  private static final int STREAM = 1;
  private static final int APART = 16;
  private static final List<Defect> KINDS =
      Arrays.stream(Defect.values()).filter(defect -> defect != Defect.NONE).toList();

  private final boolean any;
  private final long seed;

  private DefectPlan(boolean any, long seed) {
    this.any = any;
    this.seed = seed;
  }

  public static DefectPlan usual(long seed) {
    return new DefectPlan(true, seed);
  }

  public static DefectPlan none() {
    return new DefectPlan(false, 0);
  }

  public Defect of(long person) {
    if (!any || person % APART != APART / 2) {
      return Defect.NONE;
    }
    long candidate = person / APART;
    if (candidate < KINDS.size()) {
      return KINDS.get((int) candidate);
    }
    Chance chance = Chance.of(seed, STREAM, person);
    return chance.oneIn(1000 / APART) ? chance.pick(KINDS) : Defect.NONE;
  }
}
