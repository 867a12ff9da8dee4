package fr.liaison.register.name;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.chance.Weighted;
import fr.liaison.register.table.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Given names of women and men of all ages now at work, the commonest far more often. */
public final class GivenNames {
  private final Weighted<Name> women = named("F");
  private final Weighted<Name> men = named("M");
  private final Set<String> words =
      Stream.concat(women.things().stream(), men.things().stream())
          .flatMap(name -> Stream.of(name.key().split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());

  public Name pick(boolean woman, Chance chance) {
    return (woman ? women : men).pick(chance);
  }

  /** Whether somebody may bear a given name with this word, folded. */
  public boolean knows(String word) {
    return words.contains(word);
  }

  private static Weighted<Name> named(String sex) {
    List<Name> names =
        Table.read("given-names.tsv").stream()
            .filter(row -> row.getFirst().equals(sex))
            .map(row -> Name.of(row.get(1)))
            .toList();
    return Weighted.byRank(names, 25);
  }
}
