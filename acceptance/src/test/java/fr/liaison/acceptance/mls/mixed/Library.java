package fr.liaison.acceptance.mls.mixed;

/** The two implementations of RFC 9420 that have to understand each other. */
enum Library {
  JAVA,
  TS;

  Library other() {
    return this == JAVA ? TS : JAVA;
  }
}
