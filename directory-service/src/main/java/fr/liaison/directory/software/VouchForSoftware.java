package fr.liaison.directory.software;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.departure.Departures;
import fr.liaison.directory.device.FreshLogin;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.StatementRefused;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Enters a program into the directory in the name of a structure. Again, with the same client and
 * structure, renames it or brings it back; a client belongs to one structure for ever.
 */
@ApplicationScoped
public class VouchForSoftware {
  private final FreshLogin freshLogin;
  private final Softwares softwares;
  private final Departures departures;
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock = Clock.systemUTC();

  VouchForSoftware(
      FreshLogin freshLogin,
      Softwares softwares,
      Departures departures,
      Database database,
      AuditTrail audit) {
    this.freshLogin = freshLogin;
    this.softwares = softwares;
    this.departures = departures;
    this.database = database;
    this.audit = audit;
  }

  Software vouch(Caller caller, @Nullable VouchRequest request) {
    freshLogin.require(caller);
    Voucher voucher = Voucher.of(request);
    try {
      return database.inTransaction(transaction -> vouch(transaction, caller, voucher));
    } catch (StatementRefused refused) {
      if (refused.isUniqueViolation()) {
        throw otherStructure();
      }
      throw refused;
    }
  }

  private Software vouch(Transaction transaction, Caller caller, Voucher voucher) {
    Optional<Software> before = softwares.find(transaction, voucher.clientId());
    if (before.filter(one -> !one.structureId().equals(voucher.structure().value())).isPresent()) {
      throw otherStructure();
    }
    Place place =
        softwares
            .placeOf(transaction, voucher.structure())
            .orElseThrow(
                () ->
                    Problem.field(
                        "structureId", "must be one at which somebody of the register practises"));
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    Kept kept =
        softwares
            .keep(transaction, voucher, place, now)
            .orElseThrow(
                () ->
                    Problem.of(
                        ProblemType.CONFLICT,
                        "A person of the register has this identification; use another client"));
    if (kept.returned()) {
      departures.comeBack(transaction, List.of(kept.id().value()), now);
    }
    audit.record(
        transaction, Act.of("software.vouch").by(caller).on("practitioner", kept.id().value()));
    return softwares.find(transaction, kept.id()).orElseThrow();
  }

  private static Problem otherStructure() {
    return Problem.of(
        ProblemType.CONFLICT, "Another structure answers for this client; use another client");
  }
}
