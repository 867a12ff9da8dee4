package fr.liaison.directory.staff;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.device.FreshLogin;
import fr.liaison.directory.software.Softwares;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Invites a person for a structure and lists or withdraws invitations. The link has the token as
 * its fragment, which browsers send to no server.
 */
@ApplicationScoped
public class InvitePerson {
  private final FreshLogin freshLogin;
  private final RequireAdministrator requireAdministrator;
  private final Invitations invitations;
  private final Softwares softwares;
  private final StaffConfig config;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  InvitePerson(
      FreshLogin freshLogin,
      RequireAdministrator requireAdministrator,
      Invitations invitations,
      Softwares softwares,
      StaffConfig config,
      Database database,
      AuditTrail audit) {
    this.freshLogin = freshLogin;
    this.requireAdministrator = requireAdministrator;
    this.invitations = invitations;
    this.softwares = softwares;
    this.config = config;
    this.database = database;
    this.audit = audit;
  }

  Invitation.Issued invite(Caller caller, String structureId, @Nullable InvitationRequest request) {
    freshLogin.require(caller);
    InvitationToken token = InvitationToken.next();
    UUID id = Uuid7.next();
    return database.inTransaction(
        transaction -> {
          RequireAdministrator.Authority authority =
              requireAdministrator.require(transaction, caller, structureId);
          Invitee invitee = Invitee.of(request);
          if (softwares.placeOf(transaction, authority.structure()).isEmpty()) {
            throw Problem.of(
                ProblemType.CONFLICT, "Nobody of the register practises at the structure any more");
          }
          if (invitations.open(transaction, authority.structure()) >= config.mostOpen()) {
            throw Problem.of(
                ProblemType.CONFLICT, "Too many open invitations; withdraw some of them first");
          }
          OffsetDateTime now = now();
          invitations.add(
              transaction, id, authority, invitee, token, now, now.plus(config.validity()));
          audit.record(
              transaction, act("invitation.issue", caller, authority).on("invitation", id));
          return new Invitation.Issued(
              invitations.find(transaction, id, authority.structure()).orElseThrow(),
              config.origin() + "/invitation#" + token.text());
        });
  }

  Invitation.Listing list(Caller caller, String structureId) {
    return database.inTransaction(
        transaction -> {
          RequireAdministrator.Authority authority =
              requireAdministrator.require(transaction, caller, structureId);
          audit.record(
              transaction,
              act("invitation.list", caller, authority)
                  .on("structure", authority.structure().value()));
          return new Invitation.Listing(invitations.of(transaction, authority.structure()));
        });
  }

  void withdraw(Caller caller, String structureId, UUID id) {
    database.run(
        transaction -> {
          RequireAdministrator.Authority authority =
              requireAdministrator.require(transaction, caller, structureId);
          if (!invitations.withdraw(transaction, id, authority.structure(), now())) {
            throw invitations.find(transaction, id, authority.structure()).isPresent()
                ? Problem.of(ProblemType.CONFLICT, "It was accepted; remove the person instead")
                : Problem.of(ProblemType.NOT_FOUND);
          }
          audit.record(
              transaction, act("invitation.withdraw", caller, authority).on("invitation", id));
        });
  }

  private static Act act(String action, Caller caller, RequireAdministrator.Authority authority) {
    return Act.of(action).by(caller).with("structure", authority.structure().value());
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }
}
