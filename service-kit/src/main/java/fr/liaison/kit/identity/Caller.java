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
    @Nullable UUID deviceOrNull,
    @Nullable String clientIdOrNull,
    @Nullable String sessionOrNull) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  public Optional<String> nationalId() {
    return Optional.ofNullable(nationalIdOrNull);
  }

  /** When the person or program last proved who they are; empty counts as too long ago. */
  public Optional<Instant> authenticatedAt() {
    return Optional.ofNullable(authenticatedAtOrNull);
  }

  public Optional<UUID> claimedDevice() {
    return Optional.ofNullable(deviceOrNull);
  }

  /** The client the token was issued to: for a program, who it is. */
  public Optional<String> clientId() {
    return Optional.ofNullable(clientIdOrNull);
  }

  /** The login session the token belongs to; programs have none. */
  public Optional<String> session() {
    return Optional.ofNullable(sessionOrNull);
  }

  public boolean hasRole(String role) {
    return roles.contains(role);
  }

  public Caller onDevice(UUID device) {
    return new Caller(
        accountId,
        nationalIdOrNull,
        roles,
        authenticatedAtOrNull,
        device,
        clientIdOrNull,
        sessionOrNull);
  }

  /** Keeps the national id out of logs. */
  @Override
  public String toString() {
    return "Caller[" + accountId + "]";
  }
}
