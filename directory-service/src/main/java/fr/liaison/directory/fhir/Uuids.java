package fr.liaison.directory.fhir;

import java.util.Optional;
import java.util.UUID;

/** Ids of people as they stand in references. */
final class Uuids {
  private static final int LENGTH = 36;

  private Uuids() {}

  /** Empty for what is not written as we write it. */
  static Optional<UUID> of(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }
}
