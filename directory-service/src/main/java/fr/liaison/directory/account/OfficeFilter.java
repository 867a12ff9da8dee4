package fr.liaison.directory.account;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.kit.identity.Role;
import fr.liaison.kit.problem.Problem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Refuses whoever departed or is suspended what an office would still open to them: their token
 * says the role until it expires. What practitioners ask is refused where they are identified.
 */
@Provider
@Priority(Priorities.USER)
class OfficeFilter implements ContainerRequestFilter {
  private final CurrentCaller current;
  private final Accounts accounts;
  private final Database database;

  OfficeFilter(CurrentCaller current, Accounts accounts, Database database) {
    this.current = current;
    this.accounts = accounts;
    this.database = database;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (current.find().filter(this::isRefused).isPresent()) {
      throw Problem.of(ProblemType.REGISTRATION_ENDED);
    }
  }

  private boolean isRefused(Caller caller) {
    return (caller.hasRole(Role.PLATFORM_ADMIN) || caller.hasRole(Role.COMPLIANCE_OFFICER))
        && database.read(
            transaction ->
                accounts
                    .practitionerOf(transaction, caller.accountId())
                    .filter(person -> accounts.isRefused(transaction, person))
                    .isPresent());
  }
}
