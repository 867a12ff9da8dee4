package fr.liaison.directory.software;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A program that takes part, and the structure that answers for it. The id is that of its entry in
 * the directory.
 */
@Schema(
    requiredProperties = {
      "id",
      "clientId",
      "name",
      "structureId",
      "nationalId",
      "status",
      "vouchedAt"
    })
public record Software(
    UUID id,
    String clientId,
    String name,
    String structureId,
    String nationalId,
    Status status,
    Instant vouchedAt) {
  /** Whether it may take part. */
  @Schema(name = "SoftwareStatus")
  public enum Status {
    active,
    departed
  }

  /** All programs that were ever vouched for, by name. */
  @Schema(name = "SoftwareList", requiredProperties = "items")
  public record Listing(List<Software> items) {
    public Listing {
      items = List.copyOf(items);
    }
  }
}
