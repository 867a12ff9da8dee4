package fr.liaison.directory.fhir;

import fr.liaison.kit.audit.Act;

/** Acts of reading by FHIR: those of the directory's own interface, told apart by a detail. */
final class Acts {
  private Acts() {}

  static Act of(String action) {
    return Act.of(action).with("interface", "fhir");
  }

  /** Of having read who somebody is. */
  static Act ofCard(Professional person) {
    return of("directory.card").on("practitioner", person.card().id());
  }

  /** Says by what was searched and how many were found, never for whom. */
  static Act ofSearch(String action, FhirSearch search, int found) {
    return of(action)
        .with("byIdentifier", search.has("identifier") || search.has("_id"))
        .with("byName", search.has("name") || search.has("family") || search.has("given"))
        .with(
            "byProfession",
            search.has("qualification-code") || search.has("role") || search.has("specialty"))
        .with("byTown", search.has("address-city") || search.has("address-postalcode"))
        .with("byMailbox", search.has("mailbox-mss"))
        .with("byPerson", search.has("practitioner"))
        .with("byStructure", search.has("organization"))
        .with("found", found);
  }
}
