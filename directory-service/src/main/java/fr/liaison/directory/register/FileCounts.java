package fr.liaison.directory.register;

import fr.liaison.directory.register.file.ImportKind;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one file of an import came to. Rows of people whom the register does not list are counted
 * and not stored; people are added, changed and removed as far as their skills or qualifications
 * are concerned. Of the register itself the report says what became of people.
 */
@Schema(
    name = "RegisterFileCounts",
    requiredProperties = {"kind", "rows", "people", "defects"})
public record FileCounts(
    ImportKind kind,
    long rows,
    long people,
    Map<String, Long> defects,
    @Schema(description = "Rows of people whom the register does not list")
        @Nullable Long unlistedRows,
    @Nullable Long added,
    @Nullable Long changed,
    @Nullable Long removed) {}
