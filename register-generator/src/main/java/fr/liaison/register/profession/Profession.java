package fr.liaison.register.profession;

import java.util.List;

/**
 * A profession of the register.
 *
 * @param adeli whether its people still have ADELI numbers
 * @param thousands how many people there are, about
 * @param women of a hundred
 * @param selfEmployed of a hundred
 */
public record Profession(
    boolean adeli,
    String code,
    String label,
    int thousands,
    int women,
    int selfEmployed,
    Setting setting,
    String authority) {
  public static final String PHYSICIAN = "10";
  public static final String PHARMACIST = "21";
  public static final String DENTIST = "40";
  public static final String MIDWIFE = "50";

  static Profession of(List<String> row) {
    return new Profession(
        row.get(0).equals("0"),
        row.get(1),
        row.get(2),
        Integer.parseInt(row.get(3)),
        Integer.parseInt(row.get(4)),
        Integer.parseInt(row.get(5)),
        Setting.valueOf(row.get(6)),
        row.get(7));
  }
}
