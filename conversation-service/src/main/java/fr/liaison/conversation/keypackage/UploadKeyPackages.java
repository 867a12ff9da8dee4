package fr.liaison.conversation.keypackage;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.group.InvitationCheck;
import fr.liaison.conversation.group.Unfit;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fills a device's pool, all of an upload or nothing. Uploading the same bytes again changes
 * nothing, also when they were claimed meanwhile.
 */
@Singleton
public class UploadKeyPackages {
  private final Database database;
  private final Pools pools;
  private final AuditTrail audit;
  private final InvitationCheck invitations;
  private final KeyPackageConfig config;
  private final Clock clock = Clock.systemUTC();

  UploadKeyPackages(
      Database database,
      Pools pools,
      AuditTrail audit,
      InvitationCheck invitations,
      KeyPackageConfig config) {
    this.database = database;
    this.pools = pools;
    this.audit = audit;
    this.invitations = invitations;
    this.config = config;
  }

  /** How an upload ended. */
  public sealed interface Outcome {
    record Stored(int available) implements Outcome {}

    record Refused(Unfit unfit) implements Outcome {}

    record TooLarge() implements Outcome {}

    record PoolFull(int most) implements Outcome {}
  }

  public Outcome upload(Requester requester, List<Bytes> keyPackages, Optional<Bytes> lastResort) {
    if (keyPackages.size() > config.pool()) {
      return new Outcome.PoolFull(config.pool());
    }
    List<Pools.Invitation> acceptable = new ArrayList<>();
    List<Bytes> all = new ArrayList<>(keyPackages);
    lastResort.ifPresent(all::add);
    for (int i = 0; i < all.size(); i++) {
      String field = i < keyPackages.size() ? "keyPackages[" + i + "]" : "lastResort";
      if (all.get(i).length() > config.largest().asLongValue()) {
        return new Outcome.TooLarge();
      }
      switch (check(requester, field, all.get(i))) {
        case InvitationCheck.Outcome.Refused(Unfit unfit) -> {
          return new Outcome.Refused(unfit);
        }
        case InvitationCheck.Outcome.Acceptable(var initKey, var notAfter) ->
            acceptable.add(new Pools.Invitation(initKey, all.get(i), notAfter));
      }
    }
    return database.inTransaction(
        transaction -> store(transaction, requester, keyPackages.size(), acceptable));
  }

  private Outcome store(
      Transaction transaction, Requester requester, int single, List<Pools.Invitation> all) {
    int before = pools.level(transaction, requester.device()).available();
    if (before + single > config.pool()) {
      return new Outcome.PoolFull(config.pool());
    }
    pools.add(transaction, requester.device(), all.subList(0, single));
    if (all.size() > single) {
      pools.replaceLastResort(transaction, requester.device(), all.getLast());
    }
    audit.record(
        transaction,
        requester
            .act("keypackage.upload")
            .with("count", single)
            .with("lastResort", all.size() > single));
    return new Outcome.Stored(pools.level(transaction, requester.device()).available());
  }

  private InvitationCheck.Outcome check(Requester requester, String field, Bytes keyPackage) {
    return invitations.check(
        field, keyPackage, requester.knownDevice(), clock.instant(), config.lifetime());
  }
}
