package fr.liaison.directory.delegation;

import fr.liaison.contracts.json.ContractJson;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.Replacement;
import fr.liaison.directory.practitioner.Standing;
import fr.liaison.directory.search.place.Distance;
import fr.liaison.test.GoldenFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The JSON of delegations, and of what cards say of them, is frozen. */
class DelegationGoldenTest {
  private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("01990000-0000-7000-8000-000000000002");
  private static final Instant TIME = Instant.parse("2026-11-21T08:30:00Z");
  private static final LocalDate FIRST = LocalDate.of(2026, 12, 21);
  private static final LocalDate LAST = LocalDate.of(2027, 1, 3);
  private static final Delegation.Party ALIX =
      new Delegation.Party(ID, "Alix", "EXEMPLE", "Docteur", "Médecin");
  private static final Delegation.Party ODILE =
      new Delegation.Party(OTHER, "Odile", "EXEMPLE", null, "Médecin");
  private static final Practitioner PERSON =
      new Practitioner(
          ID,
          "899700218805",
          "Alix",
          "EXEMPLE",
          null,
          "10",
          "Médecin",
          null,
          null,
          List.of(),
          Practitioner.RegisterStatus.active,
          LocalDate.of(2026, 11, 20),
          Practitioner.Source.register,
          true,
          null,
          null,
          null);

  @Test
  void delegationsKeepTheirShape() {
    matches("proposal-request.v1", new ProposalRequest(OTHER, FIRST, LAST, ID, "F440900017"));
    matches(
        "delegation.v1",
        new Delegation(
            ID,
            ALIX,
            ODILE,
            FIRST,
            LAST,
            Delegation.State.ended,
            Delegation.EndReason.declined,
            TIME,
            "F440900017"));
    Delegation proposed =
        new Delegation(ID, ALIX, ODILE, FIRST, LAST, Delegation.State.proposed, null, TIME, null);
    matches("delegation-list.v1", new Delegation.Listing(List.of(proposed)));
    matches("delegation-request.v1", new ProposalRequest(OTHER, FIRST, LAST, ID, "F440900017"));
  }

  @Test
  void candidatesKeepTheirShape() {
    matches(
        "locum-candidates.v1",
        new Candidates(List.of(PERSON), List.of(new Distance(ID, 12, false))));
  }

  @Test
  void cardsOfWhoIsReplacedAndOfWhoStandsInKeepTheirShape() {
    Replacement.Duty duty =
        new Replacement.Duty(OTHER, "Odile", "EXEMPLE", "Docteur", "Médecin", FIRST, LAST);
    matches("practitioner-replaced.v1", PERSON.with(new Replacement(List.of(duty), List.of(duty))));
    matches("replacement.v1", new Replacement(null, List.of(duty)));
  }

  @Test
  void whoIsNoProfessionalOfTheRegisterIsMarkedInDelegationsAndOnCards() {
    Delegation.Party student =
        new Delegation.Party(OTHER, "Odile", "EXEMPLE", null, "Médecin", Standing.student);
    matches(
        "delegation-standing.v1",
        new Delegation(ID, ALIX, student, FIRST, LAST, Delegation.State.current, null, TIME, null));
    matches(
        "replacement-standing.v1",
        new Replacement(
            List.of(
                new Replacement.Duty(
                    OTHER, "Odile", "EXEMPLE", null, "Médecin", FIRST, LAST, Standing.student)),
            null));
  }

  private static void matches(String name, Object document) {
    GoldenFile.named(name).matches(document, ContractJson.mapper());
  }
}
