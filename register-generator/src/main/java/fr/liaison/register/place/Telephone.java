package fr.liaison.register.place;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.layout.Digits;
import java.util.Set;

/** Numbers that the regulator keeps for fiction: nobody is ever called. */
public final class Telephone {
  private static final Set<String> PARIS = Set.of("75", "77", "78", "91", "92", "93", "94", "95");
  private static final Set<String> WEST =
      Set.of(
          "14", "18", "22", "27", "28", "29", "35", "36", "37", "41", "44", "45", "49", "50", "53",
          "56", "61", "72", "76", "85", "974", "976");
  private static final Set<String> EAST =
      Set.of(
          "02", "08", "10", "21", "25", "39", "51", "52", "54", "55", "57", "58", "59", "60", "62",
          "67", "68", "70", "71", "80", "88", "89", "90");
  private static final Set<String> SOUTH_WEST =
      Set.of(
          "09", "12", "16", "17", "19", "23", "24", "31", "32", "33", "40", "46", "47", "64", "65",
          "79", "81", "82", "86", "87", "971", "972", "973");

  private Telephone() {}

  /** A number of the region; in one case of five that of a mobile. */
  public static String of(String departmentCode, Chance chance) {
    String block = chance.oneIn(5) ? "063998" : block(departmentCode);
    return block + Digits.of(chance.below(10_000), 4);
  }

  private static String block(String code) {
    if (PARIS.contains(code)) {
      return "019900";
    }
    if (WEST.contains(code)) {
      return "026191";
    }
    if (EAST.contains(code)) {
      return "035301";
    }
    return SOUTH_WEST.contains(code) ? "053649" : "046571";
  }
}
