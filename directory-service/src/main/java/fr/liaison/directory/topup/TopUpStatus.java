package fr.liaison.directory.topup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How fresh the register is between two files, as administrators read it. */
@Schema(
    name = "TopUpStatus",
    requiredProperties = {"configured", "runs"})
public record TopUpStatus(
    @Schema(description = "Whether this platform asks the national interface at all")
        boolean configured,
    @Schema(description = "What the source said before is in the directory")
        @Nullable Instant point,
    @Schema(description = "The day of the file that the top-up started from")
        @Nullable LocalDate registerDate,
    @Schema(description = "Until then the source wants to be left alone")
        @Nullable Instant notBefore,
    @Schema(description = "The latest time nothing, or not everything, could be read")
        @Nullable Refusal lastRefusal,
    @Schema(description = "The latest runs, newest first") List<TopUpRun> runs) {

  /** When, and why by a stable code. */
  @Schema(
      name = "TopUpRefusal",
      requiredProperties = {"at", "reason"})
  public record Refusal(Instant at, String reason) {}
}
