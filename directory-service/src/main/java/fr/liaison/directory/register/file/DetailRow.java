package fr.liaison.directory.register.file;

import java.util.List;

/** What one usable row of skills or qualifications states of a person, as it is stored. */
public record DetailRow(long line, String nationalId, List<String> entries) {
  @Override
  public String toString() {
    return "DetailRow[line=" + line + "]";
  }
}
