package fr.liaison.directory.fhir;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.Practitioner.Situation;
import fr.liaison.directory.practitioner.ProfessionalCategory;
import fr.liaison.directory.practitioner.Skill;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;

/**
 * One place where a person practises, and as what. Its id is the person's and a digest of the rest,
 * because the register numbers no situation and their order changes with every file.
 */
record Role(
    String id,
    Professional person,
    Situation situation,
    List<Exercise> exercises,
    List<Skill> skills) {
  private static final int DIGEST_BYTES = 8;
  private static final int UUID_LENGTH = 36;

  /** Each once, in the order of the card. */
  static List<Role> of(Professional person) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Situation situation : person.card().situations()) {
      List<Exercise> practised =
          person.exercises().stream()
              .filter(one -> one.profession().equals(situation.profession()))
              .toList();
      List<Skill> skills =
          person.skills().stream().filter(skill -> belongs(skill, situation)).toList();
      String id = person.card().id() + "." + digest(situation);
      roles.putIfAbsent(id, new Role(id, person, situation, practised, skills));
    }
    return new ArrayList<>(roles.values());
  }

  /** A skill of no named profession is one wherever the person practises. */
  private static boolean belongs(Skill skill, Situation situation) {
    return skill.profession() == null || skill.profession().equals(situation.profession());
  }

  /** Whose role has this id; empty when it cannot be one. */
  static Optional<UUID> personOf(String id) {
    return id.length() == UUID_LENGTH + 1 + 2 * DIGEST_BYTES && id.charAt(UUID_LENGTH) == '.'
        ? Uuids.of(id.substring(0, UUID_LENGTH))
        : Optional.empty();
  }

  boolean isOfProfession(Token token) {
    return exercises.stream()
        .map(Exercise::professionCode)
        .anyMatch(code -> code.equalsIgnoreCase(token.code()) && token.isOf(systemOf(code)));
  }

  private String systemOf(String code) {
    return Exercise.categoryOf(exercises, code) == ProfessionalCategory.student
        ? CodeSystems.ofTraining(code)
        : CodeSystems.ofProfession(code);
  }

  boolean isOfSpeciality(Token token) {
    return Resources.savoirFaire(exercises, skills).keySet().stream()
        .anyMatch(
            code ->
                code.equalsIgnoreCase(token.code()) && token.isOf(CodeSystems.ofSavoirFaire(code)));
  }

  PractitionerRole resource() {
    PractitionerRole resource = new PractitionerRole();
    resource.setId(id);
    resource.setActive(!person.card().hasDeparted());
    resource.setPractitioner(
        new Reference("Practitioner/" + person.card().id())
            .setDisplay(person.card().givenName() + " " + person.card().familyName()));
    String structure = situation.structureId();
    if (structure != null) {
      Reference reference = new Reference();
      reference.setIdentifier(Identifiers.ofStructure(structure).getFirst());
      reference.setDisplay(situation.structureName());
      if (Place.canBeId(structure)) {
        reference.setReference("Organization/" + structure);
      }
      resource.setOrganization(reference);
    }
    String code = exercises.isEmpty() ? "" : exercises.getFirst().professionCode();
    resource.addCode(
        CodeSystems.profession(code, situation.profession(), Exercise.categoryOf(exercises, code)));
    Resources.savoirFaire(exercises, skills)
        .forEach((one, words) -> resource.addSpecialty(CodeSystems.savoirFaire(one, words)));
    return resource;
  }

  private static String digest(Situation situation) {
    String parts =
        String.join(
            "|",
            Objects.requireNonNullElse(situation.structureId(), ""),
            Objects.requireNonNullElse(situation.structureName(), ""),
            Objects.requireNonNullElse(situation.postalCode(), ""),
            Objects.requireNonNullElse(situation.town(), ""),
            Objects.requireNonNullElse(situation.sector(), ""),
            situation.profession());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public String toString() {
    return "Role[" + id + "]";
  }
}
