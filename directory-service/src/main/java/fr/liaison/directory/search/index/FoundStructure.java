package fr.liaison.directory.search.index;

import org.jspecify.annotations.Nullable;

/**
 * A structure as most of the register's rows describe it, and how many active people practise
 * there; every part but the id may lack.
 */
public record FoundStructure(
    String id,
    @Nullable String name,
    @Nullable String postalCode,
    @Nullable String town,
    @Nullable String sector,
    int people) {}
