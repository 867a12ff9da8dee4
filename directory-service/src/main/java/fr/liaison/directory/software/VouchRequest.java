package fr.liaison.directory.software;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A program and the structure that answers for it. */
@Schema(requiredProperties = {"clientId", "name", "structureId"})
public record VouchRequest(
    @Schema(
            description = "The client id with which the program logs in",
            pattern = "[0-9A-Za-z._-]{1,32}")
        @Nullable String clientId,
    @Schema(description = "What people see", minLength = 1, maxLength = 60) @Nullable String name,
    @Schema(description = "The register's technical identifier", examples = "F750000001")
        @Nullable String structureId) {}
