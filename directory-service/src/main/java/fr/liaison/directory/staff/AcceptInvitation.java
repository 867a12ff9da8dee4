package fr.liaison.directory.staff;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.account.Accounts;
import fr.liaison.directory.account.KeycloakAccounts;
import fr.liaison.directory.practitioner.NationalId;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.software.Place;
import fr.liaison.directory.software.Softwares;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes an account and an entry of who holds a token. Keycloak comes first and finds what an
 * earlier attempt made there, the database second and at once; so an attempt that died anywhere is
 * finished by the next. Until a passkey is registered the same answer may be had again.
 */
@ApplicationScoped
public class AcceptInvitation {
  private final AcceptanceLimit limit;
  private final Invitations invitations;
  private final InvitedPeople people;
  private final Softwares softwares;
  private final KeycloakAccounts keycloak;
  private final Accounts accounts;
  private final StaffConfig config;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  AcceptInvitation(
      AcceptanceLimit limit,
      Invitations invitations,
      InvitedPeople people,
      Softwares softwares,
      KeycloakAccounts keycloak,
      Accounts accounts,
      StaffConfig config,
      Database database,
      AuditTrail audit) {
    this.limit = limit;
    this.invitations = invitations;
    this.people = people;
    this.softwares = softwares;
    this.keycloak = keycloak;
    this.accounts = accounts;
    this.config = config;
    this.database = database;
    this.audit = audit;
  }

  /** Unknown, expired, withdrawn and used tokens get the same answer. */
  Acceptance accept(@Nullable AcceptanceRequest request) {
    InvitationToken token = AcceptanceRequest.tokenOf(request);
    if (database.read(reading -> invitations.find(reading, token)).isEmpty()) {
      throw limit.unknown("invitation.accept");
    }
    return limit
        .within(() -> database.inTransaction(transaction -> accept(transaction, token)))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private Optional<Acceptance> accept(Transaction transaction, InvitationToken token) {
    Optional<Invitations.Held> held = invitations.hold(transaction, token);
    Optional<Place> place = held.flatMap(one -> softwares.placeOf(transaction, one.structure()));
    if (held.isPresent() && place.isPresent()) {
      Invitations.Held one = held.get();
      if (one.invitation().status() == Invitation.Status.open) {
        OffsetDateTime now =
            clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        enter(transaction, one, place.get(), token, now);
        return Optional.of(answer(one, now.toInstant(), token));
      }
      if (people
          .awaited(transaction, one.invitation(), config)
          .filter(this::hasNoPasskey)
          .isPresent()) {
        audit.record(
            transaction,
            Act.of("invitation.accept")
                .on("invitation", one.invitation().id())
                .with("repeated", true));
        return Optional.of(answer(one, acceptedAt(one), token));
      }
    }
    Act refused = Act.of("invitation.accept").refused();
    audit.record(
        transaction,
        held.map(one -> refused.on("invitation", one.invitation().id())).orElse(refused));
    return Optional.empty();
  }

  /** Asked now: that the password is still there says only that nobody looked since. */
  private boolean hasNoPasskey(String account) {
    return switch (keycloak.seal(account, false)) {
      case waiting -> true;
      case done, lapsed -> false;
      case failed -> throw Problem.of(ProblemType.UNAVAILABLE);
    };
  }

  private void enter(
      Transaction transaction,
      Invitations.Held held,
      Place place,
      InvitationToken token,
      OffsetDateTime now) {
    NationalId nationalId = nationalId(held);
    Invitation invitation = held.invitation();
    String account =
        keycloak
            .create(
                new KeycloakAccounts.Wanted(
                    held.username(),
                    token.password(),
                    invitation.givenName(),
                    invitation.familyName(),
                    nationalId))
            .orElseThrow(() -> Problem.of(ProblemType.UNAVAILABLE));
    PractitionerId id =
        people
            .enter(transaction, held, nationalId, place, now)
            .orElseThrow(() -> Problem.of(ProblemType.CONFLICT));
    if (!accounts.bind(transaction, account, id, now)) {
      throw Problem.of(ProblemType.ACCOUNT_BOUND);
    }
    invitations.accepted(transaction, invitation.id(), now);
    audit.record(
        transaction,
        Act.of("invitation.accept")
            .on("practitioner", id.value())
            .with("invitation", invitation.id())
            .with("structure", held.structure().value()));
  }

  private Acceptance answer(Invitations.Held held, Instant acceptedAt, InvitationToken token) {
    return new Acceptance(
        held.username(),
        token.password(),
        held.invitation().usableUntil(acceptedAt, config.leastForPasskey()));
  }

  private static Instant acceptedAt(Invitations.Held held) {
    return Objects.requireNonNull(held.invitation().acceptedAt());
  }

  /** A name space of its own below the structure's identifier; the invitation's id makes it one. */
  private static NationalId nationalId(Invitations.Held held) {
    UUID id = held.invitation().id();
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return held.structure()
        .participant("inv." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
        .orElseThrow();
  }
}
