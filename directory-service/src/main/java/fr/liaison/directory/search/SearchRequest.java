package fr.liaison.directory.search;

import org.jspecify.annotations.Nullable;

/** The parameters of a search as the caller sent them, unchecked. Prints none of them. */
record SearchRequest(
    @Nullable String q,
    @Nullable String profession,
    @Nullable String town,
    @Nullable String professionCode,
    @Nullable String savoirFaire,
    @Nullable String postalCode,
    @Nullable String commune,
    @Nullable String department,
    @Nullable String structure,
    @Nullable String near,
    @Nullable String radius,
    @Nullable String reachable,
    @Nullable String mssante,
    @Nullable String counts,
    @Nullable String limit,
    @Nullable String cursor) {
  @Override
  public String toString() {
    return "SearchRequest[]";
  }
}
