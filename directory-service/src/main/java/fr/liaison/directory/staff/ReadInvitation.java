package fr.liaison.directory.staff;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.software.Place;
import fr.liaison.directory.software.Softwares;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells who holds a token what it invites to, and changes nothing. The token has 256 random bits,
 * so that whoever can name it was given it: they are told why it ended, others are not.
 */
@ApplicationScoped
public class ReadInvitation {
  private final AcceptanceLimit limit;
  private final Invitations invitations;
  private final InvitedPeople people;
  private final Softwares softwares;
  private final StaffConfig config;
  private final Database database;
  private final AuditTrail audit;

  ReadInvitation(
      AcceptanceLimit limit,
      Invitations invitations,
      InvitedPeople people,
      Softwares softwares,
      StaffConfig config,
      Database database,
      AuditTrail audit) {
    this.limit = limit;
    this.invitations = invitations;
    this.people = people;
    this.softwares = softwares;
    this.config = config;
    this.database = database;
    this.audit = audit;
  }

  InvitationPreview read(@Nullable AcceptanceRequest request) {
    InvitationToken token = AcceptanceRequest.tokenOf(request);
    if (database.read(reading -> invitations.find(reading, token)).isEmpty()) {
      throw limit.unknown("invitation.read");
    }
    return limit
        .within(() -> database.inTransaction(transaction -> read(transaction, token)))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private Optional<InvitationPreview> read(Transaction transaction, InvitationToken token) {
    Optional<Invitations.Held> held = invitations.find(transaction, token);
    held.ifPresent(
        one ->
            audit.record(
                transaction, Act.of("invitation.read").on("invitation", one.invitation().id())));
    return held.map(one -> preview(transaction, one));
  }

  private InvitationPreview preview(Transaction transaction, Invitations.Held held) {
    Invitation invitation = held.invitation();
    boolean open =
        invitation.status() == Invitation.Status.open
            || people.awaited(transaction, invitation, config).isPresent();
    if (!open) {
      return InvitationPreview.ended(invitation.status());
    }
    Optional<Place> place = softwares.placeOf(transaction, held.structure());
    return place
        .map(
            at ->
                new InvitationPreview(
                    Invitation.Status.open,
                    invitation.givenName(),
                    invitation.familyName(),
                    invitation.function(),
                    invitations.maker(transaction, invitation),
                    at.structureName(),
                    at.town(),
                    usableUntil(invitation)))
        .orElseGet(() -> InvitationPreview.ended(Invitation.Status.withdrawn));
  }

  private Instant usableUntil(Invitation invitation) {
    Instant accepted = invitation.acceptedAt();
    return accepted == null
        ? invitation.expiresAt()
        : invitation.usableUntil(accepted, config.leastForPasskey());
  }
}
