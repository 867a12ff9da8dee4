package fr.liaison.directory.register.file;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One defect: on which line, and what, by a stable code; and of which file of an archive. */
@Schema(
    name = "RegisterDefect",
    requiredProperties = {"line", "reason"})
public record RowDefect(
    long line,
    String reason,
    @Schema(description = "The file, where it holds skills or qualifications")
        @Nullable ImportKind file) {
  public RowDefect(long line, String reason) {
    this(line, reason, null);
  }
}
