package fr.liaison.directory.register.file;

import java.util.List;

/** A column that Liaison reads, by the header names seen over the years in canonical form. */
interface FileColumn {
  boolean mandatory();

  List<String> names();

  /** The most characters of a cell. */
  default int longest() {
    return 200;
  }

  /** The name to show an operator. */
  default String label() {
    return names().getFirst();
  }
}
