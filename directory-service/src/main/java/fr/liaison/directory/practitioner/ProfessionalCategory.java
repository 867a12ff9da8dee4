package fr.liaison.directory.practitioner;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * In what capacity a profession is held (TRE_R09). A student's profession is what they are trained
 * for: under the same code as a full professional's, and with none of its rights.
 */
@Schema(name = "ProfessionalCategory")
public enum ProfessionalCategory {
  civil("C", "Civil"),
  military("M", "Militaire"),
  student("E", "Étudiant");

  private final String code;
  private final String words;

  ProfessionalCategory(String code, String words) {
    this.code = code;
    this.words = words;
  }

  /** Null for what the nomenclature does not list. */
  public static @Nullable ProfessionalCategory of(@Nullable String code) {
    if (code != null) {
      for (ProfessionalCategory one : values()) {
        if (one.code.equalsIgnoreCase(code.strip())) {
          return one;
        }
      }
    }
    return null;
  }

  public String code() {
    return code;
  }

  public String words() {
    return words;
  }
}
