package fr.liaison.directory.lifecycle;

import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person as administrators see them: where they stand and whether that has taken effect. A person
 * who departed while suspended stands as departed and shows the suspension. Prints only the id.
 */
@Schema(
    requiredProperties = {
      "id",
      "nationalId",
      "givenName",
      "familyName",
      "profession",
      "source",
      "state",
      "since",
      "devices",
      "mostDevices"
    })
public record Person(
    UUID id,
    String nationalId,
    String givenName,
    String familyName,
    String profession,
    Practitioner.Source source,
    LifecycleState state,
    Instant since,
    @Schema(description = "The last day on which the register listed a departed person")
        @Nullable LocalDate lastListed,
    @Nullable Suspension suspension,
    @Schema(description = "Absent before the first login") @Nullable Account account,
    List<HeldDevice> devices,
    @Schema(description = "Active devices a person may have at a time") int mostDevices,
    @Nullable Standing standing) {
  public Person {
    devices = List.copyOf(devices);
  }

  public Person(
      UUID id,
      String nationalId,
      String givenName,
      String familyName,
      String profession,
      Practitioner.Source source,
      LifecycleState state,
      Instant since,
      @Nullable LocalDate lastListed,
      @Nullable Suspension suspension,
      @Nullable Account account,
      List<HeldDevice> devices,
      int mostDevices) {
    this(
        id,
        nationalId,
        givenName,
        familyName,
        profession,
        source,
        state,
        since,
        lastListed,
        suspension,
        account,
        devices,
        mostDevices,
        null);
  }

  /** The suspension in force. */
  @Schema(
      name = "Suspension",
      requiredProperties = {"reason", "suspendedAt", "suspendedBy"})
  public record Suspension(
      SuspensionReason reason, @Nullable String note, Instant suspendedAt, String suspendedBy) {
    @Override
    public String toString() {
      return "Suspension[" + reason + "]";
    }
  }

  /** The bound account, and what the identity server is still to be told about it. */
  @Schema(
      name = "PersonAccount",
      requiredProperties = {"boundAt", "told"})
  public record Account(
      Instant boundAt,
      @Schema(description = "Whether the identity server has carried out the last decision")
          boolean told,
      @Nullable Waiting waiting) {}

  /** What the identity server is still to be told; repeated until it is done. */
  @Schema(
      name = "PersonAccountWaiting",
      requiredProperties = {"action", "since", "attempts"})
  public record Waiting(String action, Instant since, int attempts, @Nullable String lastFailure) {}

  /** A device the person has or had. Prints only the id. */
  @Schema(
      name = "HeldDevice",
      requiredProperties = {"id", "name", "status", "enrolledAt", "expiresAt"})
  public record HeldDevice(
      UUID id,
      String name,
      @Schema(enumeration = {"active", "revoked"}) String status,
      Instant enrolledAt,
      Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable String revocationReason,
      @Schema(description = "The day (UTC) on which it was last used, where known")
          @Nullable LocalDate lastUsedOn) {
    @Override
    public String toString() {
      return "HeldDevice[" + id + "]";
    }
  }

  @Override
  public String toString() {
    return "Person[" + id + "]";
  }
}
