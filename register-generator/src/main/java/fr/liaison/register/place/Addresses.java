package fr.liaison.register.place;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.chance.Weighted;
import fr.liaison.register.layout.Digits;
import fr.liaison.register.name.Folded;
import fr.liaison.register.table.Table;
import java.util.List;

/** Makes addresses: streets everybody knows, delivery offices of large senders, a few abroad. */
public final class Addresses {
  private static final List<String> RECIPIENTS =
      List.of(
          "BATIMENT A", "BATIMENT B", "RESIDENCE DU PARC", "1ER ETAGE", "MAISON MEDICALE", "BP 12");

  private final Weighted<List<String>> types =
      Weighted.of(Table.read("street-types.tsv"), row -> Long.parseLong(row.get(2)));
  private final List<String> names = Table.column("street-names.tsv");
  private final List<List<String>> foreign = Table.read("foreign-towns.tsv");

  /** An address in a commune; large structures may get their mail at a delivery office. */
  public Address in(Commune commune, boolean large, Chance chance) {
    boolean office = large && chance.oneIn(4);
    String postal =
        office ? officeCode(commune.department(), chance) : chance.pick(commune.postalCodes());
    return new Address(
        street(chance),
        chance.oneIn(12) ? chance.pick(RECIPIENTS) : "",
        chance.oneIn(40) ? "BP " + (10 + chance.below(900)) : "",
        office ? postal + " " + Folded.plain(commune.city()) + " CEDEX" + office(chance) : "",
        postal,
        wholeCity(commune, chance),
        office && chance.oneIn(2) ? "" : commune.name(),
        "",
        "",
        commune.department().code(),
        commune.department().name(),
        commune.cityKey());
  }

  /** An address in another country, with the postal code {@code GL}. */
  public Address abroad(Chance chance) {
    List<String> place = chance.pick(foreign);
    return new Address(
        new Address.Street(Integer.toString(1 + chance.below(99)), "", "", "", "GRAND PLACE"),
        "",
        "",
        "",
        "GL",
        "",
        place.get(2),
        place.get(0),
        place.get(1),
        "",
        "",
        "");
  }

  private Address.Street street(Chance chance) {
    List<String> type = types.pick(chance);
    String name = chance.pick(names);
    return new Address.Street(
        chance.oneIn(50) ? "P" : Integer.toString(1 + chance.below(chance.oneIn(5) ? 300 : 60)),
        chance.oneIn(30) ? chance.pick(List.of("B", "T", "A")) : "",
        type.get(0),
        type.get(1),
        chance.oneIn(3) ? type.get(0) + " " + name : name);
  }

  /** One row in ten of Paris, Lyon and Marseille gives the city instead of the arrondissement. */
  private static String wholeCity(Commune commune, Chance chance) {
    if (!commune.arrondissement() || !chance.oneIn(10)) {
      return commune.code();
    }
    return switch (commune.department().code()) {
      case "75" -> "75056";
      case "69" -> "69123";
      default -> "13055";
    };
  }

  private static String officeCode(Department department, Chance chance) {
    String prefix = department.postalPrefix();
    return prefix + Digits.of(chance.below(prefix.length() == 3 ? 100 : 99), 5 - prefix.length());
  }

  private static String office(Chance chance) {
    return chance.oneIn(2) ? "" : " " + (1 + chance.below(9));
  }
}
