package fr.liaison.directory.topup;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.ProfessionalCategory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Practitioner;
import org.jspecify.annotations.Nullable;

/**
 * Professions and savoir-faire out of the qualifications of one person's entries, as the file's
 * rows would state them. Codes come without words: those are the directory's own.
 */
final class Qualifications {
  private static final Pattern PROFESSION =
      Pattern.compile(".*/TRE_(G15|G16|R94|R95|R291)-[A-Za-z]+/.*");
  static final Pattern SAVOIR_FAIRE =
      Pattern.compile(".*/TRE_(R38|R39|R40|R42|R43|R44|R45|R97)-[A-Za-z]+/.*");
  private static final Pattern TRAINING = Pattern.compile(".*/TRE_G16-[A-Za-z]+/.*");
  private static final Pattern CATEGORY = Pattern.compile(".*/TRE_R09-[A-Za-z]+/.*");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final Map<String, String> PROFESSION_OF_SKILLS =
      Map.of("SM", "10", "SCD", "40", "SCH", "21", "SI", "60", "CAPA", "10", "DSM", "10");

  private final Dictionary dictionary;

  Qualifications(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** Sorted as stored; empty where the person has no profession we know. */
  List<Exercise> of(List<Practitioner> entries) {
    Map<String, String> professions =
        read(entries, PROFESSION, (code, shown) -> words(dictionary.profession(code), shown));
    Map<String, String> skills =
        read(entries, SAVOIR_FAIRE, (code, shown) -> words(dictionary.savoirFaire(code), shown));
    List<Exercise> exercises = new ArrayList<>();
    Map<String, String> bare = new LinkedHashMap<>(professions);
    if (!professions.isEmpty()) {
      skills.forEach(
          (code, label) -> {
            String profession = professionOf(code, professions);
            exercises.add(
                new Exercise(
                    profession, Objects.requireNonNull(professions.get(profession)), code, label));
            bare.remove(profession);
          });
    }
    bare.forEach((code, label) -> exercises.add(new Exercise(code, label, null, null)));
    return exercises.stream()
        .map(one -> one.with(category(entries, one.professionCode())))
        .toList();
  }

  /** Stands beside the code of the profession; a student only where no other says more. */
  private static @Nullable ProfessionalCategory category(
      List<Practitioner> entries, String profession) {
    ProfessionalCategory found = null;
    for (Practitioner.PractitionerQualificationComponent one :
        entries.stream().flatMap(entry -> entry.getQualification().stream()).toList()) {
      List<Coding> codings = one.getCode().getCoding();
      boolean ofProfession =
          codings.stream()
              .anyMatch(coding -> isOf(coding, PROFESSION) && profession.equals(coding.getCode()));
      if (ofProfession && !Ending.isPast(one.getPeriod(), Instant.now())) {
        ProfessionalCategory stated =
            codings.stream().anyMatch(coding -> isOf(coding, TRAINING))
                ? ProfessionalCategory.student
                : codings.stream()
                    .filter(coding -> isOf(coding, CATEGORY))
                    .map(coding -> ProfessionalCategory.of(coding.getCode()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        if (stated != null && (found == null || found == ProfessionalCategory.student)) {
          found = stated;
        }
      }
    }
    return found;
  }

  private static boolean isOf(Coding coding, Pattern systems) {
    return coding.getSystem() != null && systems.matcher(coding.getSystem()).matches();
  }

  private static String professionOf(String skill, Map<String, String> professions) {
    String family = skill.replaceAll("\\d.*", "");
    String owner = PROFESSION_OF_SKILLS.get(family);
    return owner != null && professions.containsKey(owner)
        ? owner
        : professions.keySet().iterator().next();
  }

  private static Map<String, String> read(
      List<Practitioner> entries, Pattern systems, BinaryOperator<@Nullable String> words) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Practitioner.PractitionerQualificationComponent one :
        entries.stream().flatMap(entry -> entry.getQualification().stream()).toList()) {
      for (Coding coding : one.getCode().getCoding()) {
        String system = coding.getSystem();
        String code = coding.getCode();
        if (system != null
            && code != null
            && systems.matcher(system).matches()
            && CODE.matcher(code).matches()
            && !Ending.isPast(one.getPeriod(), Instant.now())) {
          String label = words.apply(code, Words.label(coding.getDisplay()));
          if (label != null) {
            found.putIfAbsent(code, label);
          }
        }
      }
    }
    return found;
  }

  /** The directory's own words first: the same profession is written the same everywhere. */
  private static @Nullable String words(@Nullable String own, @Nullable String shown) {
    return own == null ? shown : own;
  }
}
