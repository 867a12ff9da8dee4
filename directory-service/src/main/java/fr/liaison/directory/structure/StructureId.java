package fr.liaison.directory.structure;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How a caller names a structure: by its key, which is what stands in web addresses, or by the
 * register's technical identifier, as situations bear it.
 */
record StructureId(String value) {
  private static final Pattern KEY =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final Pattern FORM = Pattern.compile("\\p{Graph}{1,64}");

  /** Empty for what no situation can bear. */
  static Optional<StructureId> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new StructureId(text)) : Optional.empty();
  }

  /** Empty for a technical identifier. */
  Optional<UUID> key() {
    return KEY.matcher(value).matches() ? Optional.of(UUID.fromString(value)) : Optional.empty();
  }
}
