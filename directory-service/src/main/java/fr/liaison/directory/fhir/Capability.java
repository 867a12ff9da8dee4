package fr.liaison.directory.fhir;

import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalReadStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ReferenceHandlingPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** Says what this server can do; from the same list that searches are checked against. */
final class Capability {
  /** When what is said here last changed. */
  private static final String DATE = "2026-11-23";

  private Capability() {}

  static CapabilityStatement of(String base) {
    CapabilityStatement statement = new CapabilityStatement();
    statement
        .setUrl(base + "/metadata")
        .setName("LiaisonDirectory")
        .setTitle("Liaison directory")
        .setStatus(PublicationStatus.ACTIVE)
        .setDateElement(new DateTimeType(DATE))
        .setKind(CapabilityStatement.CapabilityStatementKind.INSTANCE)
        .setFhirVersion(FHIRVersion._4_0_1)
        .addFormat(FhirJson.TYPE)
        .addFormat("json");
    statement.getSoftware().setName("Liaison directory-service");
    statement
        .getImplementation()
        .setDescription(
            "Professionals and structures of the French register. Source: Annuaire Santé (ANS),"
                + " Licence Ouverte 2.0.")
        .setUrl(base);
    CapabilityStatement.CapabilityStatementRestComponent rest =
        statement.addRest().setMode(CapabilityStatement.RestfulCapabilityMode.SERVER);
    rest.setDocumentation(
        "Searches go by GET or by POST to _search. Pages go on by the next link. A comma means any, a repeated parameter means all; there are"
            + " no modifiers. Prefer: handling=strict has unknown parameters refused. XML is not"
            + " offered. There is no _lastUpdated, as the register says of nobody when they"
            + " changed.");
    rest.getSecurity()
        .setDescription("Bearer tokens of the realm liaison, audience liaison-api")
        .addService(
            new CodeableConcept()
                .addCoding(
                    new Coding(
                        "http://terminology.hl7.org/CodeSystem/restful-security-service",
                        "OAuth",
                        "OAuth")));
    for (SearchType type : SearchType.ALL) {
      rest.addResource(resource(type));
    }
    return statement;
  }

  private static CapabilityStatementRestResourceComponent resource(SearchType type) {
    CapabilityStatementRestResourceComponent resource =
        new CapabilityStatementRestResourceComponent()
            .setType(type.resource())
            .setVersioning(ResourceVersionPolicy.NOVERSION)
            .setConditionalRead(ConditionalReadStatus.NOTSUPPORTED)
            .addReferencePolicy(ReferenceHandlingPolicy.LITERAL);
    resource.addInteraction().setCode(TypeRestfulInteraction.READ);
    resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
    type.includes().forEach(resource::addSearchInclude);
    type.revIncludes().forEach(resource::addSearchRevInclude);
    for (SearchParameter one : type.parameters()) {
      CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent parameter =
          resource.addSearchParam().setName(one.name()).setType(one.type());
      if (!one.words().isEmpty()) {
        parameter.setDocumentation(one.words());
      }
    }
    return resource;
  }
}
