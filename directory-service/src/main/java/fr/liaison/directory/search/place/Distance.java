package fr.liaison.directory.search.place;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far somebody's nearest place is; approximate where only the department's middle is known. */
@Schema(requiredProperties = {"id", "km", "approximate"})
public record Distance(UUID id, int km, boolean approximate) {}
