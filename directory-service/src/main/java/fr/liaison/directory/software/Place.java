package fr.liaison.directory.software;

import org.jspecify.annotations.Nullable;

/** A structure as the register describes it; every part may lack. */
public record Place(
    @Nullable String structureName,
    @Nullable String postalCode,
    @Nullable String town,
    @Nullable String sector) {}
