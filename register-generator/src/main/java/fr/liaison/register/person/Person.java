package fr.liaison.register.person;

import fr.liaison.register.defect.Defect;
import fr.liaison.register.name.Name;
import fr.liaison.register.profession.Profession;
import java.util.List;

/**
 * A fictional professional with everything the extractions say about them. The number of activities
 * is that of the rows, but for a row that is there twice.
 *
 * @param familyText as the register spells it: capitals, mostly without accents
 * @param givenText as the register spells it: mostly with accents, in small letters
 */
public record Person(
    long index,
    NationalNumber number,
    boolean woman,
    Name family,
    String familyText,
    Name given,
    String givenText,
    Profession profession,
    Category category,
    boolean professor,
    List<Activity> activities,
    Defect defect) {

  /** Whether a search can find this person. */
  public boolean readable() {
    return defect.usable();
  }

  /** Prints no name: the people are fictional, the habit is not. */
  @Override
  public String toString() {
    return "Person[" + index + "]";
  }
}
