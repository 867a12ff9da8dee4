package fr.liaison.register.profession;

import java.util.List;

/** A speciality or another skill that the register knows; all cells are empty for none. */
public record KnowHow(String typeCode, String type, String code, String label, int weight) {
  public static final KnowHow NONE = new KnowHow("", "", "", "", 0);

  static KnowHow of(List<String> row) {
    return new KnowHow(
        row.get(1), row.get(2), row.get(3), row.get(4), Integer.parseInt(row.get(5)));
  }
}
