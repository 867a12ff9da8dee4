package fr.liaison.directory.structure;

import fr.liaison.directory.practitioner.Practitioner;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Active people of a structure, by name; {@code next} continues it. */
@Schema(requiredProperties = "items")
public record MemberPage(List<Practitioner> items, @Nullable String next) {}
