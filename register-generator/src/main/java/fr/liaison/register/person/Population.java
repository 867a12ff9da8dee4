package fr.liaison.register.person;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.chance.Weighted;
import fr.liaison.register.defect.Defect;
import fr.liaison.register.defect.DefectPlan;
import java.util.List;

/**
 * How many people a register of so many rows has, and how many rows each: 1.85 on average. The last
 * person gets the rows that are left, and no defect.
 */
public final class Population {
  private static final int STREAM = 2;

  private record Rows(int many, int weight) {}

  private static final Weighted<Rows> SHARES =
      Weighted.of(
          List.of(
              new Rows(1, 530),
              new Rows(2, 255),
              new Rows(3, 115),
              new Rows(4, 60),
              new Rows(5, 25),
              new Rows(6, 15)),
          Rows::weight);

  private final long seed;
  private final DefectPlan defects;
  private final long people;
  private final int lastRows;

  public Population(long seed, long rows, DefectPlan defects) {
    this.seed = seed;
    this.defects = defects;
    long person = 0;
    long left = rows;
    while (left > drawn(person)) {
      left -= drawn(person);
      person++;
    }
    people = person + 1;
    lastRows = (int) left;
  }

  public long people() {
    return people;
  }

  public Defect defect(long person) {
    return person == people - 1 ? Defect.NONE : defects.of(person);
  }

  /** How many activities a person has: a row that is there twice counts once. */
  public int activities(long person) {
    if (person == people - 1) {
      return lastRows;
    }
    return defects.of(person) == Defect.DUPLICATE ? drawn(person) - 1 : drawn(person);
  }

  /** A row nobody can read stands alone, so that such a person is not half there. */
  private int drawn(long person) {
    Defect defect = defects.of(person);
    int many = defect.usable() ? SHARES.pick(Chance.of(seed, STREAM, person)).many() : 1;
    return defect == Defect.DUPLICATE ? many + 1 : many;
  }
}
