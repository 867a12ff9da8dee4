package fr.liaison.directory.topup;

import fr.liaison.directory.practitioner.NationalCodes;
import fr.liaison.directory.register.RegisterFiles.Site;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;

/** Resources in the shape the national interface publishes them in: codes without words. */
final class SourceEntries {
  private static final String NOS = "https://mos.esante.gouv.fr/NOS/";

  private SourceEntries() {}

  static Practitioner person(String id, String rpps, String family, String given, String job) {
    Practitioner person = identified(id, rpps);
    person.setActive(true);
    person.addName().setFamily(family).addGiven(given).addPrefix("M");
    var exercise = person.addQualification().getCode();
    exercise
        .addCoding()
        .setSystem(NOS + "TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante")
        .setCode(job);
    exercise
        .addCoding()
        .setSystem(NOS + "TRE_R09-CategorieProfessionnelle/FHIR/TRE-R09-CategorieProfessionnelle")
        .setCode("C");
    return person;
  }

  /** What is left of somebody inactive: numbers and that they are. */
  static Practitioner inactive(String id, String rpps) {
    return identified(id, rpps).setActive(false);
  }

  static Practitioner skilled(Practitioner person, String code) {
    person
        .addQualification()
        .getCode()
        .addCoding()
        .setSystem(NOS + "TRE_R38-SpecialiteOrdinale/FHIR/TRE-R38-SpecialiteOrdinale")
        .setCode(code);
    return person;
  }

  static Practitioner qualified(Practitioner person, String family, String code) {
    var diploma = person.addQualification().getCode();
    diploma.addCoding().setSystem(NationalCodes.DIPLOMAS.get(family)).setCode(code);
    diploma.addCoding().setSystem(NationalCodes.DIPLOMA_TYPE).setCode(family);
    return person;
  }

  /** As the public profile has it: an extension of codes, with the discipline where limited. */
  static Practitioner authorised(Practitioner person, String code, String discipline) {
    Extension authorisation =
        person
            .addExtension()
            .setUrl(
                "https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/"
                    + "as-ext-practitioner-authorization");
    authorisation.addExtension(
        "type",
        new CodeableConcept().addCoding(new Coding(NationalCodes.AUTHORISATION, code, null)));
    if (!discipline.isEmpty()) {
      authorisation.addExtension(
          "field",
          new CodeableConcept()
              .addCoding(
                  new Coding(
                      NationalCodes.nos("TRE_R18-DisciplineAutorisation"), discipline, null)));
    }
    return person;
  }

  /** A mailbox of this type; of none where that is empty. */
  static ContactPoint mailbox(String address, String type) {
    ContactPoint point =
        new ContactPoint().setSystem(ContactPoint.ContactPointSystem.EMAIL).setValue(address);
    point.addExtension(
        "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-contact-point-email-type",
        new Coding(NationalCodes.nos("TRE_R256-TypeMessagerie"), "MSSANTE", null));
    if (!type.isEmpty()) {
      Extension metadata = new Extension(NationalCodes.MAILBOX);
      metadata.addExtension(
          "type",
          new CodeableConcept().addCoding(new Coding(NationalCodes.MAILBOX_TYPE, type, null)));
      metadata.addExtension("digitization", new BooleanType(true));
      point.addExtension(metadata);
    }
    return point;
  }

  static ContactPoint redListed(ContactPoint point) {
    point
        .getExtensionByUrl(NationalCodes.MAILBOX)
        .addExtension("listeRouge", new BooleanType(true));
    return point;
  }

  static Practitioner formerly(Practitioner person, String adeli) {
    person.addIdentifier().setSystem(Identities.PERSON).setValue("0" + adeli);
    return person;
  }

  private static Practitioner identified(String id, String rpps) {
    Practitioner person = new Practitioner();
    person.setId(id);
    person.addIdentifier().setSystem(Identities.PERSON).setValue("8" + rpps);
    person.addIdentifier().setSystem("https://rpps.esante.gouv.fr").setValue(rpps);
    return person;
  }

  static PractitionerRole role(String id, String practitioner, String structure) {
    PractitionerRole role = new PractitionerRole();
    role.setId(id);
    role.setActive(true);
    role.setPractitioner(new Reference("Practitioner/" + practitioner));
    role.setOrganization(new Reference("Organization/" + structure));
    return role;
  }

  static Organization structure(String id, Site site) {
    Organization structure = new Organization();
    structure.setId(id);
    structure.setActive(true);
    structure.setName(site.name());
    structure
        .addIdentifier()
        .setSystem("urn:oid:1.2.250.1.71.4.2.2")
        .setValue("1" + site.id().substring(1));
    structure.addAddress().setPostalCode(site.postalCode()).setCity(site.town());
    return structure;
  }
}
