package fr.liaison.register.profession;

import fr.liaison.register.table.Table;
import java.util.List;
import java.util.Set;

/**
 * What people type for a profession or a speciality, such as "kiné".
 *
 * @param knowHow codes of which one is meant; empty when all of the profession are
 */
public record EverydayWord(String text, String professionCode, Set<String> knowHow) {
  public static List<EverydayWord> all() {
    return Table.read("everyday-words.tsv").stream()
        .map(row -> new EverydayWord(row.get(0), row.get(1), codes(row.get(2))))
        .toList();
  }

  /** Whether somebody with this profession and know-how is meant. */
  public boolean means(String profession, String know) {
    return professionCode.equals(profession) && (knowHow.isEmpty() || knowHow.contains(know));
  }

  private static Set<String> codes(String cell) {
    return cell.isEmpty() ? Set.of() : Set.of(cell.split(",", -1));
  }
}
