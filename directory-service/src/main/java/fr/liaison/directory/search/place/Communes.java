package fr.liaison.directory.search.place;

import fr.liaison.directory.practitioner.Department;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The towns of France with their positions: some 470 of them, so places that are not listed are
 * taken to be in the middle of their department's listed ones.
 */
final class Communes {
  /** Shared with the register generator, whose synthetic people live there. */
  private static final String LIST = "/fr/liaison/register/communes.tsv";

  private static final Communes KNOWN = new Communes();

  private final Map<String, Position> byPostalCode = new HashMap<>();
  private final Map<String, Position> byCode = new HashMap<>();
  private final Map<String, Position> byDepartment = new HashMap<>();
  private final Map<String, String> departments = new HashMap<>();

  private Communes() {
    Map<String, List<Position>> positions = new HashMap<>();
    for (String line : lines()) {
      String[] cells = line.split("\t", -1);
      Position position = new Position(Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
      String department = department(cells[0]);
      byCode.put(cells[0], position);
      for (String postalCode : cells[2].split(",", -1)) {
        byPostalCode.putIfAbsent(postalCode, position);
        departments.putIfAbsent(postalCode, department);
      }
      positions.computeIfAbsent(department, any -> new ArrayList<>()).add(position);
    }
    positions.forEach((department, all) -> byDepartment.put(department, middle(all)));
  }

  /** A position, or only that of the department. */
  record Place(Position position, boolean approximate) {}

  static Communes known() {
    return KNOWN;
  }

  Map<String, Position> byPostalCode() {
    return byPostalCode;
  }

  Map<String, Position> byDepartment() {
    return byDepartment;
  }

  /** The department of a listed postal code. */
  @Nullable String departmentOf(String postalCode) {
    return departments.get(postalCode);
  }

  Optional<Place> at(@Nullable String postalCode) {
    Position listed = postalCode == null ? null : byPostalCode.get(postalCode);
    return listed == null
        ? Department.of(postalCode).map(byDepartment::get).map(middle -> new Place(middle, true))
        : Optional.of(new Place(listed, false));
  }

  /** A listed postal code, else a listed INSEE code, else the department either begins with. */
  Optional<Place> named(String code) {
    Position listed = byPostalCode.getOrDefault(code, byCode.get(code));
    return listed == null
        ? at(code)
            .or(
                () ->
                    Optional.ofNullable(byDepartment.get(department(code)))
                        .map(middle -> new Place(middle, true)))
        : Optional.of(new Place(listed, false));
  }

  private static String department(String code) {
    return code.substring(0, code.startsWith("97") ? 3 : 2).toLowerCase(Locale.ROOT);
  }

  private static Position middle(List<Position> positions) {
    return new Position(
        positions.stream().mapToDouble(Position::latitude).average().orElseThrow(),
        positions.stream().mapToDouble(Position::longitude).average().orElseThrow());
  }

  private static List<String> lines() {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Communes.class.getResourceAsStream(LIST)),
                StandardCharsets.UTF_8))) {
      return file.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
