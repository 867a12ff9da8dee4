package fr.liaison.directory.card;

import java.util.Set;

/**
 * The codes of the national nomenclature (TRE_G15) that the fourth part of the Code de la santé
 * publique lists: medical, pharmaceutical and auxiliary professions, and those who help them. Users
 * of titles, social workers and staff that a structure registers are none of them.
 */
final class CareProfessions {
  private static final Set<String> CODES =
      Set.of(
          "10", "21", "26", "28", "31", "32", "35", "36", "37", "38", "39", "40", "50", "60", "69",
          "70", "80", "81", "82", "83", "84", "85", "86", "91", "92", "94", "95", "96", "98");

  private CareProfessions() {}

  static boolean include(String professionCode) {
    return CODES.contains(professionCode);
  }
}
