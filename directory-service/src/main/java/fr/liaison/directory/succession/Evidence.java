package fr.liaison.directory.succession;

import java.util.Locale;

/** What says that two numbers are one person's. */
public enum Evidence {
  /** The source gives the former number beside the new one. */
  FORMER_NUMBER,
  /** The same names, profession and place, and nobody else of whom that is true. */
  PLACE;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
