package fr.liaison.directory.register.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a cell says once blanks and letters are written in one way only. */
public final class CellText {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
  private static final char NO_BREAK_SPACE = 0xa0;
  private static final char FIRST_COMBINING = 0x300;

  private CellText() {}

  /** NFC, without blanks around it, and single ones within. */
  static String clean(String cell) {
    return isClean(cell)
        ? cell
        : BLANKS.matcher(Normalizer.normalize(cell, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  /** Nearly all cells are: no blank too many, and Latin letters that are NFC as they stand. */
  private static boolean isClean(String cell) {
    char before = ' ';
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c < ' ' || c == NO_BREAK_SPACE || c >= FIRST_COMBINING || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return cell.isEmpty() || before != ' ';
  }

  /** A name as it is compared: clean, in lower case, with one kind of apostrophe. */
  public static String canonical(String name) {
    return clean(name.replace('’', '\'')).toLowerCase(Locale.ROOT);
  }

  /** Controls of the writing direction count too: they make a name look like another one. */
  static boolean holdsControl(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (isControl(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
