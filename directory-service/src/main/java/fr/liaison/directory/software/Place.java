package fr.liaison.directory.software;

import org.jspecify.annotations.Nullable;

/** A structure as the register describes it, its commune by INSEE code; every part may lack. */
public record Place(
    @Nullable String structureName,
    @Nullable String postalCode,
    @Nullable String commune,
    @Nullable String town,
    @Nullable String sector) {}
