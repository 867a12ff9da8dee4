package fr.liaison.directory.search.place;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A commune of France, an arrondissement of a large one, or what was a commune until merged. */
@Schema(requiredProperties = {"code", "name", "postalCodes", "department"})
public record Commune(
    @Schema(description = "The INSEE code, which is not a postal code") String code,
    String name,
    @Schema(description = "Of one that was merged, those of what it is part of")
        List<String> postalCodes,
    @Schema(description = "The number of its department, such as 62, 2A or 971") String department,
    @Schema(description = "The name of the commune it was merged into") @Nullable String partOf) {}
