package fr.liaison.register.extraction;

import fr.liaison.register.defect.Defect;
import fr.liaison.register.layout.ActivityColumn;
import fr.liaison.register.layout.Row;

/**
 * A row as a file has it when something is wrong with it; some defects are the person's already.
 */
final class Spoiled {
  private static final int LONGER_THAN_A_LABEL = 260;

  private Spoiled() {}

  /** The lines to write for the row. */
  static String lines(Row<ActivityColumn> row, Defect defect) {
    return switch (defect) {
      case NONE, MISSING_STRUCTURE, MISSING_ADDRESS, ABROAD -> row.line();
      case DUPLICATE -> row.line() + "\n" + row.line();
      case QUOTE -> company(row, "CABINET \"LES TILLEULS");
      case BACKSLASH -> company(row, "CABINET \\ DU PORT");
      case LINE_BREAK -> company(row, "CABINET DES\nQUATRE VENTS");
      case LONG_CELL -> company(row, "X".repeat(LONGER_THAN_A_LABEL));
      case CONTROL_CHARACTER -> company(row, "CABINET\u0007DU LAC");
      case MISSING_CIVILITY ->
          row.with(ActivityColumn.CIVILITY_CODE, "")
              .with(ActivityColumn.CIVILITY, "")
              .with(ActivityColumn.EXERCISE_CIVILITY_CODE, "")
              .with(ActivityColumn.EXERCISE_CIVILITY, "")
              .line();
      case TRAILING_SEPARATOR -> row.line() + "|";
      case BAD_CHECK_DIGIT -> badCheckDigit(row);
      case TOO_FEW_CELLS -> firstHalf(row.line());
      case TOO_MANY_CELLS -> row.line() + "|x|y";
    };
  }

  private static String company(Row<ActivityColumn> row, String name) {
    return row.with(ActivityColumn.COMPANY_NAME, name).with(ActivityColumn.TRADE_NAME, "").line();
  }

  private static String badCheckDigit(Row<ActivityColumn> row) {
    String right = row.cell(ActivityColumn.IDENTIFIER);
    int last = right.charAt(right.length() - 1) - '0';
    String wrong = right.substring(0, right.length() - 1) + (last + 1) % 10;
    return row.with(ActivityColumn.IDENTIFIER, wrong)
        .with(ActivityColumn.NATIONAL_ID, row.cell(ActivityColumn.IDENTIFIER_TYPE) + wrong)
        .line();
  }

  /** Cut after the category, before anything a reader could take for another cell. */
  private static String firstHalf(String line) {
    int end = 0;
    for (int cells = 0; cells < ActivityColumn.values().length / 4; cells++) {
      end = line.indexOf('|', end) + 1;
    }
    return line.substring(0, end - 1);
  }
}
