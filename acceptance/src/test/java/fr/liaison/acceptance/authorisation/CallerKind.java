package fr.liaison.acceptance.authorisation;

import java.util.Arrays;

/** A kind of caller, and the column of the table that speaks of it. */
public enum CallerKind {
  NOBODY("nobody"),
  PROFESSIONAL("professional"),
  WITHOUT_DEVICE("no-device"),
  STAFF("staff"),
  INVITED("invited"),
  STRUCTURE_ADMINISTRATOR("administrator"),
  PLATFORM_ADMINISTRATOR("platform"),
  AUDITOR("auditor"),
  PROGRAM("program"),
  STRUCK_OFF("struck-off"),
  REMOVED("removed");

  private final String column;

  CallerKind(String column) {
    this.column = column;
  }

  static CallerKind of(String column) {
    return Arrays.stream(values())
        .filter(kind -> kind.column.equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no caller is called " + column));
  }

  @Override
  public String toString() {
    return column;
  }
}
