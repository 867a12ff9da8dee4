package fr.liaison.directory.topup;

import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** A place of the register out of an Organization; its technical id as the file would state it. */
final class Structures {
  /** The national identification of a structure: a digit for its type, then the identifier. */
  private static final String NATIONAL = "urn:oid:1.2.250.1.71.4.2.2";

  private static final String FINESS = "https://finess.esante.gouv.fr";
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z._/-]{1,64}");

  private Structures() {}

  static SourcePlace place(Organization organization) {
    Address address = organization.getAddressFirstRep();
    return new SourcePlace(
        technicalId(organization),
        name(organization),
        Words.label(address.getPostalCode()),
        Words.label(address.getCity()),
        sector(organization));
  }

  /** The trade name where there is one, as on the file's rows. */
  private static @Nullable String name(Organization organization) {
    for (StringType alias : organization.getAlias()) {
      String name = Words.label(alias.getValue());
      if (name != null) {
        return name;
      }
    }
    return Words.label(organization.getName());
  }

  private static @Nullable String technicalId(Organization organization) {
    for (Identifier identifier : organization.getIdentifier()) {
      String value = identifier.getValue();
      if (value != null && FORM.matcher(value).matches() && value.length() > 1) {
        if (NATIONAL.equals(identifier.getSystem())) {
          String number = value.substring(1);
          String id =
              switch (value.charAt(0)) {
                case '1' -> "F" + number;
                case '3' -> "C" + number;
                case '4' -> "R" + number;
                default -> null;
              };
          if (id != null) {
            return id;
          }
        } else if (FINESS.equals(identifier.getSystem())) {
          return "F" + value;
        }
      }
    }
    return null;
  }

  private static @Nullable String sector(Organization organization) {
    for (CodeableConcept type : organization.getType()) {
      for (Coding coding : type.getCoding()) {
        if (coding.getSystem() != null && coding.getSystem().contains("/TRE_R02-")) {
          return Words.label(coding.getDisplay());
        }
      }
    }
    return null;
  }
}
