package fr.liaison.directory.account;

import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the caller who they are; binds a practitioner's account on the first call. */
@ApplicationScoped
public class ReadMe {
  private static final Set<String> KNOWN_ROLES =
      Set.of(
          Role.PRACTITIONER,
          Role.STRUCTURE_ADMIN,
          Role.COMPLIANCE_OFFICER,
          Role.PLATFORM_ADMIN,
          Role.SOFTWARE);

  private final IdentifyPractitioner identifyPractitioner;
  private final Database database;
  private final AuditTrail audit;

  ReadMe(IdentifyPractitioner identifyPractitioner, Database database, AuditTrail audit) {
    this.identifyPractitioner = identifyPractitioner;
    this.database = database;
    this.audit = audit;
  }

  Me of(Caller caller) {
    List<String> roles = caller.roles().stream().filter(KNOWN_ROLES::contains).sorted().toList();
    return database.inTransaction(
        transaction -> {
          @Nullable Practitioner practitioner =
              caller.hasRole(Role.PRACTITIONER) || caller.hasRole(Role.SOFTWARE)
                  ? identifyPractitioner.require(transaction, caller)
                  : null;
          audit.record(transaction, Act.of("directory.me").by(caller));
          return new Me(caller.accountId(), caller.nationalIdOrNull(), roles, practitioner);
        });
  }
}
