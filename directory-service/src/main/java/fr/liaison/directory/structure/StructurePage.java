package fr.liaison.directory.structure;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of structures, best matches first; {@code next} continues it. */
@Schema(requiredProperties = "items")
public record StructurePage(
    List<Structure> items, @Nullable String next, @Nullable LocalDate registerDate) {}
