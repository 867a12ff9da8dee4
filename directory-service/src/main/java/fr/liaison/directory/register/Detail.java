package fr.liaison.directory.register;

import fr.liaison.directory.register.file.CheckDigits;
import fr.liaison.directory.register.file.DefectTally;
import fr.liaison.directory.register.file.DetailRow;
import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.directory.register.file.PhysicalLines;
import fr.liaison.directory.register.file.RegisterFile;

/** What the register says of a person in a file of its own, and the tables it is kept in. */
enum Detail {
  skills(ImportKind.skills, "skill"),
  qualifications(ImportKind.qualifications, "qualification");

  private final ImportKind kind;
  private final String tables;

  Detail(ImportKind kind, String tables) {
    this.kind = kind;
    this.tables = tables;
  }

  ImportKind kind() {
    return kind;
  }

  RegisterFile<?, DetailRow> file(PhysicalLines lines, DefectTally tally, CheckDigits checkDigits) {
    return switch (this) {
      case skills -> RegisterFile.ofSkills(lines, tally, checkDigits);
      case qualifications -> RegisterFile.ofQualifications(lines, tally, checkDigits);
    };
  }

  long floor(RegisterConfig config) {
    return switch (this) {
      case skills -> config.floorSkills();
      case qualifications -> config.floorQualifications();
    };
  }

  /** Puts the names of the tables into a statement written for any of the details. */
  String in(String sql) {
    return sql.replace("{set}", tables + "_set").replace("{shadow}", tables + "_shadow");
  }
}
