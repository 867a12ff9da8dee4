package fr.liaison.directory.staff;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.departure.Departures;
import fr.liaison.directory.device.DeviceId;
import fr.liaison.directory.device.FreshLogin;
import fr.liaison.directory.device.RevokeDevice;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a structure's administrator does about the people who accepted: sees them, takes a lost
 * device away, ends their part at once. Again is no error; other people do not exist here.
 */
@ApplicationScoped
public class RemovePerson {
  private final FreshLogin freshLogin;
  private final RequireAdministrator requireAdministrator;
  private final InvitedPeople people;
  private final Departures departures;
  private final RevokeDevice revokeDevice;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  RemovePerson(
      FreshLogin freshLogin,
      RequireAdministrator requireAdministrator,
      InvitedPeople people,
      Departures departures,
      RevokeDevice revokeDevice,
      Database database,
      AuditTrail audit) {
    this.freshLogin = freshLogin;
    this.requireAdministrator = requireAdministrator;
    this.people = people;
    this.departures = departures;
    this.revokeDevice = revokeDevice;
    this.database = database;
    this.audit = audit;
  }

  InvitedPerson.Listing list(Caller caller, String structureId) {
    return database.inTransaction(
        transaction -> {
          RequireAdministrator.Authority authority =
              requireAdministrator.require(transaction, caller, structureId);
          audit.record(
              transaction,
              Act.of("invited-person.list")
                  .by(caller)
                  .on("structure", authority.structure().value()));
          return new InvitedPerson.Listing(people.of(transaction, authority.structure()));
        });
  }

  /** For good, so that a stolen session is not enough. */
  void remove(Caller caller, String structureId, PractitionerId id) {
    freshLogin.require(caller);
    database.run(
        transaction -> {
          Act act = hold(transaction, caller, structureId, id, "invited-person.remove");
          OffsetDateTime now = now();
          if (people.depart(transaction, id, now)) {
            departures.depart(transaction, List.of(id.value()), now);
          }
          audit.record(transaction, act);
        });
  }

  void revoke(Caller caller, String structureId, PractitionerId id, DeviceId device) {
    database.run(
        transaction -> {
          Act act = hold(transaction, caller, structureId, id, "invited-person.revoke-device");
          if (!revokeDevice.of(transaction, id, device, "structure", now())) {
            throw Problem.of(ProblemType.NOT_FOUND);
          }
          audit.record(transaction, act.with("device", device.value()));
        });
  }

  private Act hold(
      Transaction transaction,
      Caller caller,
      String structureId,
      PractitionerId id,
      String action) {
    RequireAdministrator.Authority authority =
        requireAdministrator.require(transaction, caller, structureId);
    if (!people.hold(transaction, authority.structure(), id)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    return Act.of(action)
        .by(caller)
        .on("practitioner", id.value())
        .with("structure", authority.structure().value());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
