package fr.liaison.directory.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.Practitioner.Situation;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.Qualification.Kind;
import fr.liaison.directory.practitioner.Skill;
import fr.liaison.directory.search.index.FoundStructure;
import fr.liaison.kit.problem.ProblemDocument;
import fr.liaison.test.GoldenFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.api.Test;

/** The FHIR JSON of every kind of resource is frozen, and valid. */
class FhirGoldenTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String BASE = "https://liaison.example/api/directory/fhir";
  private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
  private static final Professional PERSON =
      new Professional(
          card("Docteur", Practitioner.RegisterStatus.active),
          List.of(
              new Exercise("10", "Médecin", "SM54", "Médecine générale"),
              new Exercise("10", "Médecin", "CAPA03", "Gérontologie"),
              new Exercise("93", "Psychologue", null, null),
              new Exercise("99", "Autre", "C99", "Autre compétence")),
          List.of(new Practitioner.Mailbox("alix@medecin.mssante.example", null, true)));
  private static final Place PLACE =
      new Place(
          new FoundStructure(
              "F750000001", "HOPITAL FICTIF", "75009", "Paris", "Etablissement public", 3),
          List.of(new Place.Mailbox("urgences@hopital.mssante.example", "ORG")));

  @Test
  void practitionersKeepTheirShape() {
    matches("fhir-practitioner.v1", Resources.practitioner(PERSON));
    matches(
        "fhir-practitioner-departed.v1",
        Resources.practitioner(
            new Professional(
                card(null, Practitioner.RegisterStatus.departed), List.of(), List.of())));
  }

  @Test
  void skillsAndDiplomasStandAmongTheQualifications() {
    Professional person =
        new Professional(
            PERSON
                .card()
                .with(
                    List.of(
                        new Skill("SM57", "Allergologie", "Spécialité ordinale", "Médecin"),
                        new Skill("SM54", "Autrement dit", "Spécialité ordinale", "Médecin"),
                        new Skill("DSM205", "Addictologie", null, null),
                        new Skill("X1", "Savoir-faire inconnu", null, "Psychologue")),
                    List.of(
                        qualified(Kind.authorisation, "Autorisation de plein exercice", "AM01", ""),
                        qualified(Kind.authorisation, "Autorisation ancienne", "AUT01", ""),
                        qualified(Kind.diploma, "DE Docteur en médecine", "DE28", "DE"),
                        qualified(Kind.diploma, "DES Médecine générale", "DSM54", "DES"),
                        qualified(Kind.diploma, "Diplôme hors Union", "", "DAU"),
                        qualified(Kind.diploma, "Diplôme sans code", "", ""))),
            PERSON.exercises(),
            PERSON.mailboxes());
    matches("fhir-practitioner-details.v1", Resources.practitioner(person));
    matches("fhir-practitioner-role-details.v1", Role.of(person).getFirst().resource());
    matches("fhir-practitioner-role-details-abroad.v1", Role.of(person).getLast().resource());
  }

  @Test
  void rolesKeepTheirShapeAndTheirId() {
    matches("fhir-practitioner-role.v1", Role.of(PERSON).getFirst().resource());
    matches("fhir-practitioner-role-abroad.v1", Role.of(PERSON).getLast().resource());
  }

  @Test
  void organizationsKeepTheirShape() {
    matches("fhir-organization.v1", Resources.organization(PLACE));
    matches(
        "fhir-organization-bare.v1",
        Resources.organization(
            new Place(
                new FoundStructure("R10000001234567", null, null, null, null, 1), List.of())));
  }

  @Test
  void pagesKeepTheirShape() {
    FhirSearch search =
        new FhirSearch(
            SearchType.PRACTITIONER,
            Map.of("family", List.of(List.of("exemple"))),
            Set.of("PractitionerRole:practitioner"),
            1,
            null,
            1,
            "family=exemple&_count=1",
            FhirSearch.mark(SearchType.PRACTITIONER, "family=exemple"));
    matches(
        "fhir-searchset.v1",
        Searchset.of(
            BASE,
            search,
            new FhirKind.Page(
                List.of(Resources.practitioner(PERSON)),
                Role.of(PERSON).stream().map(Role::resource).toList(),
                search.endsAt(ID, 0))));
    matches("fhir-searchset-empty.v1", Searchset.of(BASE, search, FhirKind.Page.EMPTY));
  }

  @Test
  void problemsAndTheCapabilityStatementKeepTheirShape() {
    ProblemType type = ProblemType.INVALID_PARAMETER;
    matches(
        "fhir-operation-outcome.v1",
        Outcomes.of(
            new ProblemDocument(
                type.uri(),
                type.title(),
                type.status(),
                type.code(),
                "must be a positive number",
                Map.of("field", "_count"))));
    matches("fhir-capability-statement.v4", Capability.of(BASE));
  }

  private static Practitioner card(String civility, Practitioner.RegisterStatus status) {
    return new Practitioner(
        ID,
        "899700218805",
        "Alix",
        "EXEMPLE",
        civility,
        "10",
        "Médecin",
        "SM54",
        "Médecine générale",
        List.of(
            new Situation(
                "R10000001234567",
                "CABINET LES TILLEULS",
                "75009",
                "Paris",
                "Cabinet individuel",
                "Médecin"),
            new Situation(null, null, null, "Genève", null, "Psychologue")),
        status,
        LocalDate.of(2026, 11, 20),
        Practitioner.Source.register,
        true,
        null,
        null,
        null);
  }

  private static Qualification qualified(Kind kind, String label, String code, String typeCode) {
    return new Qualification(
        kind,
        label,
        kind == Kind.diploma ? "Diplôme" : null,
        kind == Kind.authorisation ? "Médecin" : null,
        code.isEmpty() ? null : code,
        typeCode.isEmpty() ? null : typeCode);
  }

  private static void matches(String name, IBaseResource resource) {
    String json = new FhirJson().write(resource);
    BaseR4.assertValid(json);
    try {
      GoldenFile.named(name).matches(MAPPER.readTree(json), MAPPER);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
