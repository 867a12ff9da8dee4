package fr.liaison.register.place;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.chance.Weighted;
import fr.liaison.register.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The communes of all departments that synthetic people live in. A department gets people by its
 * population, and each of its communes by its own: the villages' people count for the towns.
 */
public final class Communes {
  private final Weighted<Department> departments;
  private final Map<String, Weighted<Commune>> byDepartment = new HashMap<>();
  private final List<Commune> all;

  public Communes() {
    List<Department> known =
        Table.read("departments.tsv").stream()
            .map(row -> new Department(row.get(0), row.get(1), Integer.parseInt(row.get(2))))
            .toList();
    departments = Weighted.of(known, Department::thousands);
    Map<String, Department> byCode = new HashMap<>();
    known.forEach(department -> byCode.put(department.code(), department));
    List<Commune> communes = new ArrayList<>();
    for (List<String> row : Table.read("communes.tsv")) {
      communes.add(Commune.of(communes.size(), row, department(row.getFirst(), byCode)));
    }
    all = List.copyOf(communes);
    for (Department department : known) {
      List<Commune> its = all.stream().filter(one -> one.department().equals(department)).toList();
      byDepartment.put(department.code(), Weighted.of(its, Commune::thousands));
    }
  }

  public Commune pick(Chance chance) {
    return in(departments.pick(chance), chance);
  }

  public Commune in(Department department, Chance chance) {
    return Objects.requireNonNull(byDepartment.get(department.code())).pick(chance);
  }

  public List<Commune> all() {
    return all;
  }

  private static Department department(String communeCode, Map<String, Department> byCode) {
    String code = communeCode.substring(0, communeCode.startsWith("97") ? 3 : 2);
    return Objects.requireNonNull(byCode.get(code), code);
  }
}
