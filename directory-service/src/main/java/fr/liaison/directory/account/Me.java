package fr.liaison.directory.account;

import fr.liaison.directory.practitioner.Practitioner;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The caller as Liaison knows them. Staff who are not practitioners (compliance, operations) have
 * no practitioner and, mostly, no national id. Prints only the account.
 */
@Schema(requiredProperties = {"accountId", "roles"})
public record Me(
    String accountId,
    @Nullable String nationalId,
    List<String> roles,
    @Nullable Practitioner practitioner) {
  @Override
  public String toString() {
    return "Me[" + accountId + "]";
  }
}
