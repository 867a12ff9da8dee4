package fr.liaison.directory.lifecycle;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why somebody is suspended. The note is for administrators and must say nothing of patients. */
@Schema(requiredProperties = "reason")
public record SuspensionRequest(
    @Schema(implementation = SuspensionReason.class) @Nullable String reason,
    @Schema(minLength = 1, maxLength = 200) @Nullable String note) {
  /** Prints nothing: the note is nobody else's. */
  @Override
  public String toString() {
    return "SuspensionRequest";
  }
}
