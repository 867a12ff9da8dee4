package fr.liaison.directory.topup;

import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.Skill;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words the directory has for codes, as most of its people bear them. */
record Dictionary(
    Map<String, String> professions,
    Map<String, String> savoirFaire,
    Map<String, Skill> skills,
    Map<String, Qualification> diplomas,
    Map<String, Qualification> authorisations) {
  static final Dictionary EMPTY = new Dictionary(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  @Nullable String profession(String code) {
    return professions.get(code);
  }

  /** A skill of the files of skills is one, though nobody practises by it. */
  @Nullable String savoirFaire(String code) {
    String words = savoirFaire.get(code);
    Skill skill = skills.get(code);
    return words != null || skill == null ? words : skill.label();
  }

  static String diplomaKey(@Nullable String typeCode, @Nullable String code) {
    return typeCode + "|" + code;
  }
}
