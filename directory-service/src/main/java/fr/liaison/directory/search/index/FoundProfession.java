package fr.liaison.directory.search.index;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of the people found have a profession. */
@Schema(requiredProperties = {"code", "label", "count"})
public record FoundProfession(String code, String label, int count) {}
