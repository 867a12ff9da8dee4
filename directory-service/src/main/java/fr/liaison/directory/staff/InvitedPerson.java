package fr.liaison.directory.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person who accepted, as the structure's administrators see them. Prints only the id. */
@Schema(
    requiredProperties = {
      "practitionerId",
      "nationalId",
      "givenName",
      "familyName",
      "function",
      "state",
      "invitedAt",
      "devices"
    })
public record InvitedPerson(
    UUID practitionerId,
    String nationalId,
    String givenName,
    String familyName,
    String function,
    State state,
    Instant invitedAt,
    List<HeldDevice> devices) {
  public InvitedPerson {
    devices = List.copyOf(devices);
  }

  /**
   * Where the person stands; invited until the account has a passkey, lapsed where the time for it
   * was over before.
   */
  @Schema(name = "InvitedPersonState")
  public enum State {
    invited,
    active,
    suspended,
    departed,
    lapsed
  }

  /** A device without what others need to write to it. Prints only the id. */
  @Schema(
      name = "InvitedPersonDevice",
      requiredProperties = {"id", "name", "status", "enrolledAt", "expiresAt"})
  public record HeldDevice(
      UUID id,
      String name,
      String status,
      Instant enrolledAt,
      Instant expiresAt,
      @Nullable Instant revokedAt,
      @Schema(description = "The day (UTC) on which it was last used, where known")
          @Nullable LocalDate lastUsedOn) {
    public HeldDevice(
        UUID id,
        String name,
        String status,
        Instant enrolledAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {
      this(id, name, status, enrolledAt, expiresAt, revokedAt, null);
    }

    @Override
    public String toString() {
      return "HeldDevice[" + id + "]";
    }
  }

  @Override
  public String toString() {
    return "InvitedPerson[" + practitionerId + "]";
  }

  /** The invited people of a structure, by name. */
  @Schema(name = "InvitedPersonList", requiredProperties = "items")
  public record Listing(List<InvitedPerson> items) {
    public Listing {
      items = List.copyOf(items);
    }
  }
}
