package fr.liaison.directory.search.place;

import static java.util.stream.Collectors.toSet;

import fr.liaison.directory.practitioner.Department;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the communes of France are. A postal code stands for the most populous commune it serves,
 * an unlisted one (those of CEDEX) for where the people of its department live.
 */
public final class Communes {
  private static final IntArrayList NOWHERE = new IntArrayList(0);

  private final CommuneList list;
  private final Map<String, Place> byPostalCode = new HashMap<>();
  private final Map<String, Place> byDepartment = new HashMap<>();

  /** Lines by postal code: an arrondissement alone, else all communes it serves. */
  private final Map<String, IntArrayList> served = new HashMap<>();

  private Communes(CommuneList list) {
    this.list = list;
    Map<String, Integer> largest = new HashMap<>();
    Map<String, Middle> departments = new HashMap<>();
    for (int line = 0; line < list.size(); line++) {
      if (list.whole(line) == CommuneList.NONE) {
        addServed(line, largest);
        departments
            .computeIfAbsent(department(list.code(line)), any -> new Middle())
            .add(list.place(line).position(), list.people(line));
      }
    }
    for (int line = 0; line < list.size(); line++) {
      if (list.whole(line) != CommuneList.NONE) {
        // Those of an arrondissement say more than that of the whole town.
        for (String postalCode : list.postalCodes(line)) {
          byPostalCode.put(postalCode, list.place(line));
          served.put(postalCode, IntArrayList.of(line));
        }
      }
    }
    departments.forEach((code, all) -> byDepartment.put(code, new Place(all.position(), true)));
  }

  /** Read when first asked for. */
  private static final class Known {
    static final Communes COMMUNES = new Communes(CommuneList.read());
  }

  static Communes known() {
    return Known.COMMUNES;
  }

  CommuneList list() {
    return list;
  }

  /** Where somebody works: by the INSEE code where that is known, else by the postal code. */
  public static Optional<Position> position(@Nullable String commune, @Nullable String postalCode) {
    return known().of(commune, postalCode).map(Place::position);
  }

  /**
   * All codes that rows of a commune may bear: its own, those of its arrondissements, of what was
   * merged into it and of what it was before. An arrondissement has its own alone, and so has what
   * is no code.
   */
  public static Set<String> codesOf(String code) {
    return known().codes(code);
  }

  /**
   * What somebody who works there is found by: the commune, or the arrondissement where the postal
   * code tells it of a town that is stated whole; without a commune, all that the postal code
   * serves.
   */
  public static Set<String> codesAt(@Nullable String commune, @Nullable String postalCode) {
    Communes known = known();
    if (commune != null) {
      return Set.of(known.narrowest(commune, postalCode));
    }
    return known.linesAt(postalCode).intStream().mapToObj(known.list::code).collect(toSet());
  }

  /** Whether the list has it; those of CEDEX are in none. */
  public static boolean isListed(@Nullable String postalCode) {
    return !known().linesAt(postalCode).isEmpty();
  }

  Optional<Place> of(@Nullable String commune, @Nullable String postalCode) {
    return commune(commune == null ? null : narrowest(commune, postalCode))
        .or(() -> at(postalCode));
  }

  /** Many rows of Paris, Lyon and Marseille bear the code of the whole town. */
  private String narrowest(String commune, @Nullable String postalCode) {
    IntArrayList lines = linesAt(postalCode);
    int part = lines.size() == 1 ? lines.getInt(0) : CommuneList.NONE;
    boolean isPart =
        part != CommuneList.NONE
            && list.whole(part) != CommuneList.NONE
            && list.whole(part) == list.line(commune);
    return isPart ? list.code(part) : commune;
  }

  private IntArrayList linesAt(@Nullable String postalCode) {
    return postalCode == null ? NOWHERE : served.getOrDefault(postalCode, NOWHERE);
  }

  /** The place of an INSEE code, in force or not. */
  Optional<Place> commune(@Nullable String code) {
    int line = code == null ? CommuneList.NONE : list.line(code);
    return line == CommuneList.NONE ? Optional.empty() : Optional.of(list.place(line));
  }

  Optional<Place> at(@Nullable String postalCode) {
    Place listed = postalCode == null ? null : byPostalCode.get(postalCode);
    return listed == null ? Department.of(postalCode).map(byDepartment::get) : Optional.of(listed);
  }

  /** A listed postal code, else an INSEE code, else a postal code of the department. */
  Optional<Place> named(String code) {
    return Optional.ofNullable(byPostalCode.get(code)).or(() -> commune(code)).or(() -> at(code));
  }

  private Set<String> codes(String code) {
    Set<String> codes = new TreeSet<>(List.of(code));
    int line = list.line(code);
    if (line != CommuneList.NONE) {
      int whole = list.isMerged(line) ? list.whole(line) : line;
      for (int part = 0; part < list.size(); part++) {
        if (part == whole || list.whole(part) == whole) {
          codes.add(list.code(part));
        }
      }
      codes.addAll(list.formerCodes(whole));
    }
    return codes;
  }

  private void addServed(int line, Map<String, Integer> largest) {
    for (String postalCode : list.postalCodes(line)) {
      served.computeIfAbsent(postalCode, any -> new IntArrayList()).add(line);
      Integer other = largest.get(postalCode);
      boolean larger = other == null || list.people(line) > list.people(other);
      int stands = larger ? line : other;
      Place place = list.place(stands);
      largest.put(postalCode, stands);
      byPostalCode.put(
          postalCode, new Place(place.position(), other != null || place.approximate()));
    }
  }

  /** The department of an INSEE code, in small letters. */
  public static String department(String code) {
    boolean overseas = code.startsWith("97") || code.startsWith("98");
    return code.substring(0, overseas ? 3 : 2).toLowerCase(Locale.ROOT);
  }

  /** Weighs the positions of a department by their people. */
  private static final class Middle {
    private double latitude;
    private double longitude;
    private double weight;

    void add(Position position, int people) {
      // Where nobody lives counts little, and still has a middle.
      double more = people + 1.0;
      latitude += position.latitude() * more;
      longitude += position.longitude() * more;
      weight += more;
    }

    Position position() {
      return new Position(latitude / weight, longitude / weight);
    }
  }
}
