package fr.liaison.register.name;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.chance.Weighted;
import fr.liaison.register.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Family names as France has them: some hundred common ones of many origins that make up two fifths
 * of the people, a long tail composed of beginnings and endings, double names and particles.
 */
public final class FamilyNames {
  private static final int LISTED = 42;
  private static final int COMPOSED = LISTED + 50;
  private static final int DOUBLE = COMPOSED + 6;

  private final Weighted<Name> listed =
      Weighted.byRank(Table.column("family-names.tsv").stream().map(Name::of).toList(), 40);
  private final Weighted<String> stems = Weighted.byRank(Table.column("family-stems.tsv"), 400);
  private final Weighted<String> endings = Weighted.byRank(Table.column("family-endings.tsv"), 6);
  private final Set<String> words = new HashSet<>();

  private final Set<String> names = new HashSet<>();

  public FamilyNames() {
    for (String stem : stems.things()) {
      endings.things().forEach(ending -> names.add(Folded.key(stem + ending)));
    }
    listed.things().forEach(name -> names.add(name.key()));
    names.forEach(name -> words.addAll(List.of(name.split(" ", -1))));
  }

  public Name pick(Chance chance) {
    int kind = chance.below(100);
    if (kind < LISTED) {
      return listed.pick(chance);
    }
    if (kind < COMPOSED) {
      return Name.of(composed(chance));
    }
    if (kind < DOUBLE) {
      return Name.of(listed.pick(chance).text() + "-" + composed(chance));
    }
    return Name.of(withParticle(composed(chance), chance));
  }

  /** Whether somebody may bear a name with this word, folded. */
  public boolean knows(String word) {
    return words.contains(word);
  }

  /**
   * Whether this is the whole of a name somebody may bear, folded; of double names each half is.
   */
  public boolean isName(String key) {
    return names.contains(key);
  }

  private String composed(Chance chance) {
    return stems.pick(chance) + endings.pick(chance);
  }

  private static String withParticle(String name, Chance chance) {
    boolean vowel = "AEIOUYÉ".indexOf(name.charAt(0)) >= 0;
    return vowel ? "D'" + name : chance.pick(List.of("DE ", "LE ", "DU ", "DE LA ", "VAN ")) + name;
  }
}
