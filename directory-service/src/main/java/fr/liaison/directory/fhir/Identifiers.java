package fr.liaison.directory.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;

/** The national identifiers of persons and structures, out of what the register says and back. */
final class Identifiers {
  static final String RPPS = "https://rpps.esante.gouv.fr";

  /** The national identification of a person: a digit for its type, then the identifier. */
  static final String PERSON = "urn:oid:1.2.250.1.71.4.2.1";

  static final String FINESS = "https://finess.esante.gouv.fr";
  static final String SIRET = "https://sirene.fr";

  /** The national identification of a structure: a digit for its type, then the identifier. */
  static final String NATIONAL_STRUCTURE = "urn:oid:1.2.250.1.71.4.2.2";

  /** The technical identifier of a structure in the register. */
  static final String STRUCTURE = "https://annuaire.sante.fr";

  private static final Pattern RPPS_FORM = Pattern.compile("[0-9]{11}");
  private static final Pattern FINESS_FORM = Pattern.compile("[0-9][0-9AB][0-9]{7}");
  private static final Pattern SIRET_FORM = Pattern.compile("[0-9]{14}");

  private Identifiers() {}

  static List<Identifier> ofPerson(String nationalId) {
    List<Identifier> all = new ArrayList<>();
    all.add(identifier(PERSON, nationalId, "IDNPS"));
    String rpps = nationalId.substring(1);
    if (nationalId.charAt(0) == '8' && RPPS_FORM.matcher(rpps).matches()) {
      all.add(identifier(RPPS, rpps, "RPPS"));
    }
    return all;
  }

  /** The national ids that a token may mean. */
  static List<String> nationalIds(Token token) {
    List<String> all = new ArrayList<>();
    if (token.isOf(PERSON)) {
      all.add(token.code());
    }
    if (token.isOf(RPPS) && RPPS_FORM.matcher(token.code()).matches()) {
      all.add("8" + token.code());
    }
    return all;
  }

  static List<Identifier> ofStructure(String structureId) {
    List<Identifier> all = new ArrayList<>();
    all.add(identifier(STRUCTURE, structureId, "INTRN"));
    String number = structureId.substring(1);
    switch (structureId.charAt(0)) {
      case 'F' -> {
        if (FINESS_FORM.matcher(number).matches()) {
          all.add(identifier(NATIONAL_STRUCTURE, "1" + number, "IDNST"));
          all.add(identifier(FINESS, number, "FINEG"));
        }
      }
      case 'C' -> {
        if (SIRET_FORM.matcher(number).matches()) {
          all.add(identifier(NATIONAL_STRUCTURE, "3" + number, "IDNST"));
          all.add(identifier(SIRET, number, "SIRET"));
        }
      }
      default -> {
        // A place of an order's register, whose number nobody else knows.
      }
    }
    return all;
  }

  /** The technical identifiers that a token may mean. */
  static List<String> structureIds(Token token) {
    List<String> all = new ArrayList<>();
    if (token.isOf(STRUCTURE)) {
      all.add(token.code());
    }
    if (token.isOf(NATIONAL_STRUCTURE) && !token.code().isEmpty()) {
      String number = token.code().substring(1);
      switch (token.code().charAt(0)) {
        case '1' -> all.add("F" + number);
        case '3' -> all.add("C" + number);
        default -> {
          // Of another type, which our structures do not bear.
        }
      }
    }
    if (token.isOf(FINESS) && FINESS_FORM.matcher(token.code()).matches()) {
      all.add("F" + token.code());
    }
    if (token.isOf(SIRET) && SIRET_FORM.matcher(token.code()).matches()) {
      all.add("C" + token.code());
    }
    return all;
  }

  private static Identifier identifier(String system, String value, String type) {
    return new Identifier()
        .setUse(Identifier.IdentifierUse.OFFICIAL)
        .setType(
            new CodeableConcept().addCoding(new Coding(CodeSystems.IDENTIFIER_TYPE, type, null)))
        .setSystem(system)
        .setValue(value);
  }
}
