package fr.liaison.directory;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.directory.account.Me;
import fr.liaison.directory.card.CardContent;
import fr.liaison.directory.card.CardStatement;
import fr.liaison.directory.card.SignedCard;
import fr.liaison.directory.device.Device;
import fr.liaison.directory.device.DeviceChallenge;
import fr.liaison.directory.device.EnrolmentRequest;
import fr.liaison.directory.device.NameRequest;
import fr.liaison.directory.device.PeerDevice;
import fr.liaison.directory.device.RenewalRequest;
import fr.liaison.directory.device.TrustAnchor;
import fr.liaison.directory.lifecycle.LifecycleState;
import fr.liaison.directory.lifecycle.Person;
import fr.liaison.directory.lifecycle.PersonPage;
import fr.liaison.directory.lifecycle.SuspensionReason;
import fr.liaison.directory.lifecycle.SuspensionRequest;
import fr.liaison.directory.match.MatchRequest;
import fr.liaison.directory.match.Matches;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.ProfessionalCategory;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.Skill;
import fr.liaison.directory.practitioner.Standing;
import fr.liaison.directory.search.PractitionerPage;
import fr.liaison.directory.search.index.FoundProfession;
import fr.liaison.directory.search.index.Homonyms;
import fr.liaison.directory.search.place.Commune;
import fr.liaison.directory.search.place.CommuneSuggestions;
import fr.liaison.directory.search.place.Distance;
import fr.liaison.directory.software.Software;
import fr.liaison.directory.software.VouchRequest;
import fr.liaison.directory.staff.Acceptance;
import fr.liaison.directory.staff.AcceptanceRequest;
import fr.liaison.directory.staff.AdministeredStructure;
import fr.liaison.directory.staff.Administrator;
import fr.liaison.directory.staff.Invitation;
import fr.liaison.directory.staff.InvitationPreview;
import fr.liaison.directory.staff.InvitationRequest;
import fr.liaison.directory.staff.InvitedPerson;
import fr.liaison.directory.structure.MemberPage;
import fr.liaison.directory.structure.ServicePage;
import fr.liaison.directory.structure.Structure;
import fr.liaison.directory.structure.StructurePage;
import fr.liaison.directory.structure.StructureService;
import fr.liaison.test.GoldenFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The JSON of every public document is frozen. */
class GoldenDocumentsTest {
  private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");
  private static final Instant TIME = Instant.parse("2026-11-21T08:30:00Z");
  private static final Bytes KEY = Bytes.of(new byte[] {1, 2, 3, (byte) 0xfb, (byte) 0xff});
  private static final Practitioner FULL =
      new Practitioner(
          ID,
          "899700218805",
          "Alix",
          "EXEMPLE",
          "Docteur",
          "10",
          "Médecin",
          "SM54",
          "Médecine générale",
          List.of(
              new Practitioner.Situation(
                  "R10000001234567",
                  "CABINET LES TILLEULS",
                  "75009",
                  "Paris",
                  "Cabinet individuel",
                  "Médecin"),
              new Practitioner.Situation(null, null, null, "Genève", null, "Médecin")),
          Practitioner.RegisterStatus.active,
          LocalDate.of(2026, 11, 20),
          Practitioner.Source.register,
          true,
          null,
          null,
          null);
  private static final Practitioner.Situation STUDIED =
      new Practitioner.Situation(
          "F440900017",
          "HOPITAL SAINT-AUBIN",
          "44000",
          "Nantes",
          null,
          "Médecin",
          ProfessionalCategory.student);
  private static final Practitioner BARE =
      new Practitioner(
          ID,
          "3750000001/0042",
          "Alix",
          "EXEMPLE",
          null,
          "SECRETARIAT_MEDICAL",
          "Secrétaire médicale",
          null,
          null,
          List.of(),
          Practitioner.RegisterStatus.departed,
          LocalDate.of(2026, 11, 20),
          Practitioner.Source.structure,
          false,
          null,
          null,
          null);

  @Test
  void practitionersKeepTheirShape() {
    matches("practitioner.v1", FULL);
    matches("practitioner-departed-card.v1", BARE);
    matches(
        "practitioner-page.v1",
        new PractitionerPage(List.of(FULL), ID.toString(), LocalDate.of(2026, 11, 20), null));
    matches(
        "practitioner-page-counted.v1",
        new PractitionerPage(
            List.of(), null, null, List.of(new FoundProfession("60", "Infirmier", 2))));
  }

  @Test
  void whoIsNoProfessionalOfTheRegisterIsMarkedAtPlacesAndInCounts() {
    matches("situation-studied.v1", STUDIED);
    matches(
        "found-profession-standing.v1", new FoundProfession("10", "Médecin", 2, Standing.student));
  }

  @Test
  void distancesKeepTheirShape() {
    matches(
        "practitioner-page-near.v1",
        new PractitionerPage(List.of(), null, null, null, List.of(new Distance(ID, 12, true))));
  }

  @Test
  void communesKeepTheirShape() {
    matches(
        "commune-suggestions.v1",
        new CommuneSuggestions(
            List.of(
                new Commune("62765", "Saint-Omer", List.of("62500"), "62", null),
                new Commune(
                    "01091", "Châtillon-en-Michaille", List.of("01200"), "01", "Valserhône"))));
  }

  @Test
  void signedCardsKeepTheirShape() {
    matches("signed-card.v1", new SignedCard("e30.e30.c2ln", KEY, new Homonyms(3, 2, 1)));
    CardContent content =
        new CardContent(
            ID,
            "899700218805",
            "Alix",
            "EXEMPLE",
            "Docteur",
            "10",
            "Médecin",
            true,
            "SM54",
            "Médecine générale",
            FULL.situations(),
            Practitioner.RegisterStatus.active,
            Practitioner.Source.register,
            null,
            null);
    matches(
        "card-statement.v1",
        new CardStatement(1, TIME, LocalDate.of(2026, 11, 20), true, KEY, content));
  }

  @Test
  void structuresKeepTheirShape() {
    Structure structure =
        new Structure(
            "F440900017",
            "HOPITAL SAINT-AUBIN",
            "440900017",
            null,
            "44000",
            "Nantes",
            "Etablissement public de santé",
            12,
            List.of(new FoundProfession("60", "Infirmier", 12)));
    matches("structure.v1", structure);
    matches(
        "structure-page.v1",
        new StructurePage(List.of(structure), "bmV4dA", LocalDate.of(2026, 11, 20)));
    MemberPage members = new MemberPage(List.of(BARE), "bmV4dA");
    matches("structure-members.v1", members);
    matches("member-page.v1", members);
    matches(
        "service-page.v1",
        new ServicePage(
            List.of(
                new StructureService(
                    "URGENCES",
                    List.of(
                        new StructureService.ServiceMailbox(
                            "urgences@e440900017.mssante.example",
                            StructureService.Kind.organisation,
                            true))),
                new StructureService(
                    null,
                    List.of(
                        new StructureService.ServiceMailbox(
                            "biologie@e440900017.mssante.example",
                            StructureService.Kind.application,
                            null)))),
            "bmV4dA"));
  }

  @Test
  void matchesOfAListKeepTheirShape() {
    matches(
        "match-request.v1",
        new MatchRequest(
            List.of(
                new MatchRequest.Row(
                    "alix.exemple@medecin.mssante.example",
                    "99700218805",
                    "EXEMPLE",
                    "Alix",
                    "Médecin",
                    "75009",
                    "Paris"))));
    Matches.Candidate candidate =
        new Matches.Candidate(
            BARE, List.of(Matches.Reason.mssante, Matches.Reason.name, Matches.Reason.place));
    matches(
        "matches.v1",
        new Matches(
            List.of(
                new Matches.Match(Matches.Confidence.certain, List.of(candidate), false),
                new Matches.Match(Matches.Confidence.ambiguous, List.of(candidate), true),
                new Matches.Match(Matches.Confidence.none, List.of(), false)),
            LocalDate.of(2026, 11, 20)));
  }

  @Test
  void aCardWithMailboxesKeepsItsShape() {
    matches(
        "practitioner-mailboxes.v1",
        FULL.with(
            List.of(
                new Practitioner.Mailbox(
                    "alix.exemple@medecin.mssante.example", "CABINET LES TILLEULS", true),
                new Practitioner.Mailbox("alix.exemple@ch.mssante.example", null, null))));
  }

  @Test
  void aCardWithSkillsAndQualificationsKeepsItsShape() {
    matches(
        "practitioner-details.v1",
        FULL.with(
            List.of(
                new Skill("SM57", "Allergologie", "Spécialité ordinale", "Médecin"),
                new Skill("SM54", "Médecine générale", null, null)),
            List.of(
                new Qualification(
                    Qualification.Kind.diploma,
                    "DU Douleur",
                    "Diplôme d'université",
                    null,
                    null,
                    null),
                new Qualification(
                    Qualification.Kind.authorisation,
                    "Autorisation d'exercice",
                    null,
                    "Médecin",
                    null,
                    null))));
  }

  @Test
  void meKeepsItsShape() {
    matches("me.v1", new Me("account", "899700218805", List.of("practitioner"), FULL));
    matches("me-staff.v1", new Me("account", null, List.of("compliance-officer"), null));
  }

  @Test
  void devicesKeepTheirShape() {
    Device device =
        new Device(
            ID,
            "Téléphone",
            KEY,
            Device.Status.active,
            TIME,
            TIME.plusSeconds(1),
            List.of(KEY, KEY));
    matches("device.v1", device);
    matches("device-list.v1", new Device.Listing(List.of(device), null));
    matches("device-list-limited.v1", new Device.Listing(List.of(), 10));
    matches("device-name-request.v1", new NameRequest("Tablette"));
    matches(
        "peer-device-list.v1",
        new PeerDevice.Listing(
            List.of(new PeerDevice(ID, KEY, List.of(KEY, KEY), TIME, TIME.plusSeconds(1)))));
    matches("device-challenge.v1", new DeviceChallenge("Y2hhbGxlbmdl", TIME));
    matches("renewal-request.v1", new RenewalRequest("Y2hhbGxlbmdl", "cHJvb2Y"));
    matches("enrolment-request.v1", new EnrolmentRequest("Téléphone", "a2V5", "Yw", "cA"));
    matches("trust-anchor.v1", new TrustAnchor(KEY));
  }

  @Test
  void softwareKeepsItsShape() {
    Software program =
        new Software(
            ID,
            "dpi-exemple",
            "Dossier patient",
            "F440900017",
            "1440900017/dpi-exemple",
            Software.Status.active,
            TIME);
    matches("software.v1", program);
    matches("software-list.v1", new Software.Listing(List.of(program)));
    matches("vouch-request.v1", new VouchRequest("dpi-exemple", "Dossier patient", "F440900017"));
  }

  @Test
  void invitationsKeepTheirShape() {
    Invitation invitation =
        new Invitation(
            ID,
            "Odile",
            "EXEMPLE",
            "Secrétaire",
            "odile@exemple.fr",
            Invitation.Status.open,
            TIME,
            ID,
            TIME.plusSeconds(1),
            null);
    matches("invitation-list.v1", new Invitation.Listing(List.of(invitation)));
    matches(
        "issued-invitation.v1",
        new Invitation.Issued(invitation, "https://liaison.example/invitation#token"));
    matches(
        "invitation-request.v1",
        new InvitationRequest("Odile", "Exemple", "Secrétaire", "odile@exemple.fr"));
    matches("acceptance-request.v1", new AcceptanceRequest("token"));
    matches(
        "invitation-preview.v1",
        new InvitationPreview(
            Invitation.Status.open,
            "Odile",
            "EXEMPLE",
            "Secrétaire",
            "Claire EXEMPLE",
            "Résidence Exemple",
            "Nantes",
            TIME));
    matches(
        "administered-structure-list.v1",
        new AdministeredStructure.Listing(
            List.of(new AdministeredStructure("F440900025", "Résidence", "44000", "Nantes"))));
    matches("acceptance.v1", new Acceptance("invited-1", "once", TIME));
    matches(
        "structure-administrator-list.v1",
        new Administrator.Listing(
            List.of(new Administrator(ID, "Claire", "EXEMPLE", true, TIME)), null));
    matches(
        "structure-administrator-list-placed.v1",
        new Administrator.Listing(
            List.of(), new AdministeredStructure("F440900025", "Résidence", "44000", "Nantes")));
    matches(
        "invited-person-list.v1",
        new InvitedPerson.Listing(
            List.of(
                new InvitedPerson(
                    ID,
                    "1440900025/inv.exemple",
                    "Odile",
                    "EXEMPLE",
                    "Secrétaire",
                    InvitedPerson.State.active,
                    TIME,
                    List.of(
                        new InvitedPerson.HeldDevice(
                            ID, "Téléphone", "revoked", TIME, TIME.plusSeconds(1), TIME))))));
  }

  @Test
  void peopleKeepTheirShape() {
    Person suspended =
        new Person(
            ID,
            "899700218805",
            "Alix",
            "EXEMPLE",
            "Médecin",
            Practitioner.Source.register,
            LifecycleState.suspended,
            TIME,
            null,
            new Person.Suspension(SuspensionReason.inquiry, "Dossier 12", TIME, "account"),
            new Person.Account(TIME, false, new Person.Waiting("disable", TIME, 2, "http-503")),
            List.of(
                new Person.HeldDevice(
                    ID,
                    "Téléphone",
                    "revoked",
                    TIME,
                    TIME.plusSeconds(1),
                    TIME,
                    "suspended",
                    null)),
            10);
    matches("person.v1", suspended);
    matches(
        "held-device.v1",
        new Person.HeldDevice(
            ID,
            "Téléphone",
            "active",
            TIME,
            TIME.plusSeconds(1),
            null,
            null,
            LocalDate.of(2026, 11, 20)));
    matches(
        "person-page.v1",
        new PersonPage(
            List.of(
                new PersonPage.Entry(
                    ID,
                    "899700218805",
                    "Alix",
                    "EXEMPLE",
                    "Médecin",
                    LifecycleState.known,
                    TIME,
                    true)),
            ID));
    matches(
        "person-entry-standing.v1",
        new PersonPage.Entry(
            ID,
            "3750000001/0042",
            "Alix",
            "EXEMPLE",
            "Brancardier",
            LifecycleState.known,
            TIME,
            true,
            Standing.invited));
    matches("suspension-request.v1", new SuspensionRequest("inquiry", "Dossier 12"));
  }

  private static void matches(String name, Object document) {
    GoldenFile.named(name).matches(document, ContractJson.mapper());
  }
}
