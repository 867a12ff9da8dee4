package fr.liaison.register.place;

import fr.liaison.register.name.Folded;
import java.util.List;

/**
 * A commune, or an arrondissement of Paris, Lyon or Marseille.
 *
 * @param position its place in the table, from 0
 * @param city what people call it: {@code Paris} for each of its arrondissements
 * @param populationClass 1 (under 10,000) to 7 (above 500,000)
 */
public record Commune(
    int position,
    String code,
    String name,
    String city,
    String cityKey,
    List<String> postalCodes,
    double latitude,
    double longitude,
    int populationClass,
    Department department) {
  private static final List<Integer> THOUSANDS = List.of(6, 14, 32, 70, 140, 280, 800);

  static Commune of(int position, List<String> row, Department department) {
    String name = row.get(1);
    String city = name.endsWith("Arrondissement") ? name.substring(0, name.indexOf(' ')) : name;
    return new Commune(
        position,
        row.get(0),
        name,
        city,
        Folded.key(city),
        List.of(row.get(2).split(",", -1)),
        Double.parseDouble(row.get(3)),
        Double.parseDouble(row.get(4)),
        Integer.parseInt(row.get(5)),
        department);
  }

  /** Thousands of people, about. */
  public int thousands() {
    return THOUSANDS.get(populationClass - 1);
  }

  /** Whether other communes go by the same city name. */
  public boolean arrondissement() {
    return !city.equals(name);
  }
}
