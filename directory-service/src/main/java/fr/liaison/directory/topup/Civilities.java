package fr.liaison.directory.topup;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * The form of address in the words of the register's file: the one of the exercise (a suffix) where
 * there is one, else the person's own (a prefix). Codes no file has are left out.
 */
final class Civilities {
  private static final Map<String, String> WORDS =
      Map.of(
          "DR", "Docteur",
          "PR", "Professeur",
          "M", "Monsieur",
          "MME", "Madame",
          "MLLE", "Mademoiselle");

  private Civilities() {}

  static @Nullable String of(HumanName name) {
    String exercise = first(name.getSuffix());
    return exercise == null ? first(name.getPrefix()) : exercise;
  }

  private static @Nullable String first(List<StringType> codes) {
    for (StringType code : codes) {
      String value = code.getValue();
      String word =
          value == null ? null : WORDS.get(value.strip().toUpperCase(Locale.ROOT).replace(".", ""));
      if (word != null) {
        return word;
      }
    }
    return null;
  }
}
