package fr.liaison.directory.register;

import java.util.List;

/** What one usable row of skills or qualifications states of a person, as it is stored. */
record DetailRow(long line, String nationalId, List<String> entries) {
  @Override
  public String toString() {
    return "DetailRow[line=" + line + "]";
  }
}
