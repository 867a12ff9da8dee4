package fr.liaison.client.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account that is logged in. Prints only the account. */
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
