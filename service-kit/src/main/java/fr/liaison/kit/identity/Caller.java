package fr.liaison.kit.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, read once from a verified access token. The account id is the token's opaque
 * subject. The device is what the caller claims; {@link fr.liaison.kit.device.KnownDevices}
 * decides.
 */
public record Caller(
    String accountId,
    @Nullable String nationalIdOrNull,
    Set<String> roles,
    @Nullable Instant authenticatedAtOrNull,
    @Nullable UUID deviceOrNull) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  public Optional<String> nationalId() {
    return Optional.ofNullable(nationalIdOrNull);
  }

  /** When the person last proved who they are; empty counts as too long ago. */
  public Optional<Instant> authenticatedAt() {
    return Optional.ofNullable(authenticatedAtOrNull);
  }

  public Optional<UUID> claimedDevice() {
    return Optional.ofNullable(deviceOrNull);
  }

  public boolean hasRole(String role) {
    return roles.contains(role);
  }

  public Caller onDevice(UUID device) {
    return new Caller(accountId, nationalIdOrNull, roles, authenticatedAtOrNull, device);
  }

  /** Keeps the national id out of logs. */
  @Override
  public String toString() {
    return "Caller[" + accountId + "]";
  }
}
