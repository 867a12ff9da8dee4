package fr.liaison.directory.topup;

import org.jspecify.annotations.Nullable;

/** A structure at which somebody practises; every part may be unknown. */
record SourcePlace(
    @Nullable String structureId,
    @Nullable String structureName,
    @Nullable String postalCode,
    @Nullable String town,
    @Nullable String sector) {

  boolean isKnown() {
    return structureId != null || structureName != null || postalCode != null || town != null;
  }
}
