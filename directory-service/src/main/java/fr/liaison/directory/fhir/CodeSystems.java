package fr.liaison.directory.fhir;

import fr.liaison.directory.practitioner.NationalCodes;
import fr.liaison.directory.practitioner.ProfessionalCategory;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.search.index.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/**
 * The French code systems of professions, savoir-faire, diplomas and authorisations, by their
 * address in the NOS (nomenclature of health objects), and those that older software knows by OID.
 * A code of no known system is shown with its words alone: the same code means other things
 * elsewhere.
 */
final class CodeSystems {
  /** Professions of the public health code, OID 1.2.250.1.71.1.2.7. */
  static final String PROFESSION = NationalCodes.nos("TRE_G15-ProfessionSante");

  /** What students are trained for, by the same codes, OID 1.2.250.1.71.1.2.8. */
  static final String PROFESSION_IN_TRAINING = NationalCodes.nos("TRE_G16-ProfessionFormation");

  /** In what capacity a profession is held: C, M, E. */
  static final String CATEGORY = NationalCodes.nos("TRE_R09-CategorieProfessionnelle");

  /** Users of a protected title, OID 1.2.250.1.213.1.6.1.109. */
  static final String TITLE = NationalCodes.nos("TRE_R95-UsagerTitre");

  /** Specialities recognised by an order; like all savoir-faire of OID 1.2.250.1.71.4.2.5. */
  static final String SPECIALITY = NationalCodes.nos("TRE_R38-SpecialiteOrdinale");

  static final String EXCLUSIVE_COMPETENCE = NationalCodes.nos("TRE_R40-CompetenceExclusive");
  static final String UNRANKED_DIPLOMA = NationalCodes.nos("TRE_R42-DESCnonQualifiant");
  static final String CAPACITY = NationalCodes.nos("TRE_R43-CapaciteSavoirFaire");
  static final String CONTRACT_QUALIFICATION = NationalCodes.nos("TRE_R44-QualificationPAC");

  /** Families of diplomas, OID 1.2.250.1.213.1.6.1.36. */
  static final String DIPLOMA_TYPE = NationalCodes.DIPLOMA_TYPE;

  /** Authorisations to practise, OID 1.2.250.1.213.1.6.1.14. */
  static final String AUTHORISATION = NationalCodes.AUTHORISATION;

  /** Types of mailboxes: PER, ORG, APP, CAB. */
  static final String MAILBOX_TYPE = NationalCodes.MAILBOX_TYPE;

  /** Types of identifiers of persons and structures. */
  static final String IDENTIFIER_TYPE = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203";

  /** Families whose diplomas are listed nowhere. */
  private static final Set<String> OTHER_DIPLOMAS = Set.of("AU", "CQ", "D2C", "DAU", "FST");

  private static final Map<String, String> OIDS =
      Map.ofEntries(
          Map.entry(PROFESSION, "1.2.250.1.71.1.2.7"),
          Map.entry(PROFESSION_IN_TRAINING, "1.2.250.1.71.1.2.8"),
          Map.entry(TITLE, "1.2.250.1.213.1.6.1.109"),
          Map.entry(SPECIALITY, "1.2.250.1.71.4.2.5"),
          Map.entry(EXCLUSIVE_COMPETENCE, "1.2.250.1.71.4.2.5"),
          Map.entry(UNRANKED_DIPLOMA, "1.2.250.1.71.4.2.5"),
          Map.entry(CAPACITY, "1.2.250.1.71.4.2.5"),
          Map.entry(CONTRACT_QUALIFICATION, "1.2.250.1.71.4.2.5"),
          Map.entry(DIPLOMA_TYPE, "1.2.250.1.213.1.6.1.36"),
          Map.entry(AUTHORISATION, "1.2.250.1.213.1.6.1.14"));

  private static final Pattern AUTHORISATIONS = Pattern.compile("AM\\d{2}");
  private static final Set<String> TITLES = Set.of("71", "72", "73", "93", "97");
  private static final Pattern PROFESSIONS =
      Pattern.compile("10|21|26|28|3[125-9]|40|50|60|69|70|8[0-6]|9[124568]");
  private static final Pattern SPECIALITIES = Pattern.compile("(SM|SCD|SCH|SI)\\d{1,3}");

  private CodeSystems() {}

  /** With the category beside it where it was stated, as the national directory has it. */
  static CodeableConcept profession(
      String code, String words, @Nullable ProfessionalCategory category) {
    boolean student = category == ProfessionalCategory.student;
    CodeableConcept concept =
        concept(
            student ? ofTraining(code) : ofProfession(code),
            code,
            student ? words + " en formation" : words);
    return category == null
        ? concept
        : concept.addCoding(new Coding(CATEGORY, category.code(), category.words()));
  }

  static CodeableConcept savoirFaire(String code, String words) {
    return concept(ofSavoirFaire(code), code, words);
  }

  /**
   * A diploma with its family, or an authorisation with what it is for, as the register words it.
   */
  static CodeableConcept qualification(Qualification one) {
    return switch (one.kind()) {
      case diploma -> diploma(one);
      case authorisation -> {
        String words =
            one.discipline() == null ? one.label() : one.label() + " : " + one.discipline();
        CodeableConcept concept = new CodeableConcept().setText(words);
        String code = one.code();
        yield code != null && AUTHORISATIONS.matcher(code).matches()
            ? concept.addCoding(new Coding(AUTHORISATION, code, one.label()))
            : concept;
      }
    };
  }

  private static CodeableConcept diploma(Qualification one) {
    CodeableConcept concept = new CodeableConcept().setText(one.label());
    String type = one.typeCode() == null ? "" : one.typeCode();
    String system = NationalCodes.DIPLOMAS.get(type);
    if (system != null && one.code() != null) {
      concept.addCoding(new Coding(system, one.code(), one.label()));
    }
    if (system != null || OTHER_DIPLOMAS.contains(type)) {
      concept.addCoding(new Coding(DIPLOMA_TYPE, type, one.type()));
    }
    return concept;
  }

  /** The diplomas and authorisations that a token may mean. */
  static Condition qualified(Token token) {
    List<Condition.Diploma> all = new ArrayList<>();
    NationalCodes.DIPLOMAS.forEach(
        (family, system) -> {
          if (token.isOf(system) && !token.code().isEmpty()) {
            all.add(new Condition.Diploma(family, token.code()));
          }
        });
    boolean family =
        NationalCodes.DIPLOMAS.containsKey(token.code()) || OTHER_DIPLOMAS.contains(token.code());
    if (family && token.isOf(DIPLOMA_TYPE)) {
      all.add(new Condition.Diploma(token.code(), ""));
    }
    if (AUTHORISATIONS.matcher(token.code()).matches() && token.isOf(AUTHORISATION)) {
      all.add(new Condition.Diploma(Condition.Diploma.AUTHORISATION, token.code()));
    }
    return new Condition.Qualified(all);
  }

  /** Whether a system is named so, by its address or by the OID it stands for. */
  static boolean isNamed(String system, String name) {
    return system.equals(name)
        || (OIDS.containsKey(system) && name.equals("urn:oid:" + OIDS.get(system)));
  }

  /** Empty when it is of none we know. */
  static String ofProfession(String code) {
    if (TITLES.contains(code)) {
      return TITLE;
    }
    return PROFESSIONS.matcher(code).matches() ? PROFESSION : "";
  }

  /** Of what a student is trained for; empty when it is of none we know. */
  static String ofTraining(String code) {
    return PROFESSIONS.matcher(code).matches() ? PROFESSION_IN_TRAINING : "";
  }

  /** Empty when it is of none we know. */
  static String ofSavoirFaire(String code) {
    if (SPECIALITIES.matcher(code).matches()) {
      return SPECIALITY;
    }
    if (code.startsWith("CEX")) {
      return EXCLUSIVE_COMPETENCE;
    }
    if (code.startsWith("DSM")) {
      return UNRANKED_DIPLOMA;
    }
    if (code.startsWith("CAPA")) {
      return CAPACITY;
    }
    return code.startsWith("PAC") ? CONTRACT_QUALIFICATION : "";
  }

  private static CodeableConcept concept(String system, String code, String words) {
    CodeableConcept concept = new CodeableConcept().setText(words);
    return system.isEmpty() ? concept : concept.addCoding(new Coding(system, code, words));
  }
}
