package fr.liaison.directory.fhir;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.NationalCodes;
import fr.liaison.directory.practitioner.Skill;
import fr.liaison.directory.search.index.FoundStructure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.jspecify.annotations.Nullable;

/** Shows people and structures as FHIR resources. Claims no profile: see ADR 0015. */
final class Resources {
  /** Civilities; every other is that of an exercise, which the French profiles put behind. */
  private static final Set<String> CIVILITIES = Set.of("Madame", "Monsieur", "Mademoiselle");

  private Resources() {}

  static Practitioner practitioner(Professional person) {
    Practitioner resource = new Practitioner();
    resource.setId(person.card().id().toString());
    resource.setIdentifier(Identifiers.ofPerson(person.card().nationalId()));
    resource.setActive(!person.card().hasDeparted());
    resource.addName(name(person));
    person.mailboxes().forEach(mailbox -> resource.addTelecom(mailbox(mailbox.address(), "PER")));
    professions(person)
        .forEach(
            (code, words) ->
                resource
                    .addQualification()
                    .setCode(
                        CodeSystems.profession(
                            code, words, Exercise.categoryOf(person.exercises(), code))));
    savoirFaire(person.exercises(), person.skills())
        .forEach(
            (code, words) ->
                resource.addQualification().setCode(CodeSystems.savoirFaire(code, words)));
    person
        .qualifications()
        .forEach(one -> resource.addQualification().setCode(CodeSystems.qualification(one)));
    return resource;
  }

  static Organization organization(Place place) {
    FoundStructure structure = place.structure();
    Organization resource = new Organization();
    resource.setId(structure.id());
    resource.setIdentifier(Identifiers.ofStructure(structure.id()));
    resource.setActive(true);
    resource.setName(structure.name());
    if (structure.sector() != null) {
      resource.addType(new CodeableConcept().setText(structure.sector()));
    }
    if (structure.town() != null || structure.postalCode() != null) {
      resource.addAddress(
          new Address()
              .setUse(Address.AddressUse.WORK)
              .setCity(structure.town())
              .setPostalCode(structure.postalCode()));
    }
    place
        .mailboxes()
        .forEach(mailbox -> resource.addTelecom(mailbox(mailbox.address(), mailbox.kind())));
    return resource;
  }

  private static HumanName name(Professional person) {
    HumanName name =
        new HumanName()
            .setUse(HumanName.NameUse.USUAL)
            .setFamily(person.card().familyName())
            .addGiven(person.card().givenName());
    String civility = person.card().civility();
    if (civility != null) {
      if (CIVILITIES.contains(civility)) {
        name.addPrefix(civility);
      } else {
        name.addSuffix(civility);
      }
    }
    return name;
  }

  /** By code, each once, in the order of the register. */
  static Map<String, String> professions(Professional person) {
    Map<String, String> all = new LinkedHashMap<>();
    person.exercises().forEach(one -> all.putIfAbsent(one.professionCode(), one.profession()));
    return all;
  }

  /** Those of the exercises first; a skill that one of them names already is the same. */
  static Map<String, String> savoirFaire(List<Exercise> exercises, List<Skill> skills) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Exercise one : exercises) {
      String code = one.savoirFaireCode();
      if (code != null) {
        all.putIfAbsent(code, words(one.savoirFaire(), code));
      }
    }
    skills.forEach(skill -> all.putIfAbsent(skill.code(), skill.label()));
    return all;
  }

  private static String words(@Nullable String label, String code) {
    return label == null ? code : label;
  }

  private static ContactPoint mailbox(String address, String kind) {
    ContactPoint telecom =
        new ContactPoint()
            .setSystem(ContactPoint.ContactPointSystem.EMAIL)
            .setUse(ContactPoint.ContactPointUse.WORK)
            .setValue(address);
    Extension metadata = new Extension(NationalCodes.MAILBOX);
    metadata.addExtension(
        new Extension(
            "type",
            new CodeableConcept().addCoding(new Coding(CodeSystems.MAILBOX_TYPE, kind, null))));
    telecom.addExtension(metadata);
    return telecom;
  }
}
