package fr.liaison.register.search;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.name.FamilyNames;
import fr.liaison.register.name.Folded;
import fr.liaison.register.name.GivenNames;
import fr.liaison.register.person.Person;
import java.util.List;
import java.util.Optional;

/**
 * Misspells somebody's name: the family name mostly, the given name otherwise. A mistake that makes
 * another name of it is none: whoever bears that name would be a right answer.
 */
public final class Misspell {
  private final FamilyNames familyNames;
  private final GivenNames givenNames;

  public Misspell(FamilyNames familyNames, GivenNames givenNames) {
    this.familyNames = familyNames;
    this.givenNames = givenNames;
  }

  /** Both names with one mistake; empty when the names offer no occasion for it. */
  Optional<String> both(Person person, Typo typo, Chance chance) {
    String given = Typed.name(person.given(), chance);
    String family = Typed.name(person.family(), chance);
    Optional<String> wrongFamily =
        chance.oneIn(4)
            ? Optional.empty()
            : typo.of(person.family(), chance)
                .filter(wrong -> nobodysName(wrong, person.family().key(), typo));
    if (wrongFamily.isPresent()) {
      return Optional.of(Typed.both(given, wrongFamily.get(), chance));
    }
    return typo.of(person.given(), chance)
        .filter(wrong -> nobodysName(wrong, person.given().key(), typo))
        .map(wrong -> Typed.both(wrong, family, chance));
  }

  private boolean nobodysName(String wrong, String rightKey, Typo typo) {
    String key = Folded.key(wrong);
    if (!typo.changesWords()) {
      return key.equals(rightKey) || !familyNames.isName(key);
    }
    List<String> right = List.of(rightKey.split(" ", -1));
    return !key.equals(rightKey)
        && List.of(key.split(" ", -1)).stream()
            .filter(word -> !right.contains(word))
            .noneMatch(word -> familyNames.knows(word) || givenNames.knows(word));
  }
}
