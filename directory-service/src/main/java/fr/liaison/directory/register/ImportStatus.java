package fr.liaison.directory.register;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One import, running or over: its progress until it is done, its report afterwards. */
@Schema(
    name = "RegisterImportStatus",
    requiredProperties = {"id", "phase"})
public record ImportStatus(
    UUID id, ImportPhase phase, @Nullable ImportProgress progress, @Nullable ImportReport report) {

  static ImportStatus running(ImportProgress progress) {
    return new ImportStatus(progress.id(), progress.phase(), progress, null);
  }

  static ImportStatus done(ImportReport report) {
    return new ImportStatus(report.id(), ImportPhase.done, null, report);
  }
}
