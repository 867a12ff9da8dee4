package fr.liaison.register.profession;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.chance.Weighted;
import fr.liaison.register.table.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All professions and their know-how, each as common as among real people. */
public final class Professions {
  private final Weighted<Profession> rpps;
  private final Weighted<Profession> adeli;
  private final int adeliPerMille;
  private final Map<String, Weighted<KnowHow>> knowHow;

  public Professions() {
    List<Profession> all = Table.read("professions.tsv").stream().map(Profession::of).toList();
    rpps = Weighted.of(all.stream().filter(one -> !one.adeli()).toList(), Profession::thousands);
    adeli = Weighted.of(all.stream().filter(Profession::adeli).toList(), Profession::thousands);
    int people = all.stream().mapToInt(Profession::thousands).sum();
    adeliPerMille = adeli.things().stream().mapToInt(Profession::thousands).sum() * 1000 / people;
    knowHow =
        Table.read("know-how.tsv").stream()
            .collect(
                Collectors.groupingBy(
                    List::getFirst,
                    Collectors.collectingAndThen(Collectors.toList(), Professions::weighted)));
  }

  public Profession rpps(Chance chance) {
    return rpps.pick(chance);
  }

  public Profession adeli(Chance chance) {
    return adeli.pick(chance);
  }

  /** How many of a thousand people have ADELI numbers. */
  public int adeliPerMille() {
    return adeliPerMille;
  }

  /** Somebody's know-how, or {@link KnowHow#NONE}. */
  public KnowHow knowHow(Profession profession, Chance chance) {
    Weighted<KnowHow> known = knowHow.get(profession.code());
    return known == null ? KnowHow.NONE : known.pick(chance);
  }

  private static Weighted<KnowHow> weighted(List<List<String>> rows) {
    return Weighted.of(rows.stream().map(KnowHow::of).toList(), KnowHow::weight);
  }
}
