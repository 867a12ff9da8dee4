package fr.liaison.directory.search.place;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far somebody's nearest place is; approximate where its commune is known only by its postal
 * code, or where that commune is known only by its neighbours.
 */
@Schema(requiredProperties = {"id", "km", "approximate"})
public record Distance(
    UUID id,
    int km,
    @Schema(
            description =
                "True where the commune is not known, only a postal code that several share or that"
                    + " of a CEDEX, or where its position is that of its neighbours")
        boolean approximate) {}
