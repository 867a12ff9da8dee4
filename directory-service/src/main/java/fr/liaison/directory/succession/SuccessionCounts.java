package fr.liaison.directory.succession;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Of an import: how many moved from ADELI to RPPS, and who may have. */
@Schema(
    name = "SuccessionCounts",
    requiredProperties = {"carried", "ambiguous", "first"})
public record SuccessionCounts(
    @Schema(description = "People who kept their entry under the new number") long carried,
    long ambiguous,
    @Schema(description = "The first of the ambiguous cases; none of them was merged")
        List<AmbiguousSuccession> first) {}
