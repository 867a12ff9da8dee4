package fr.liaison.client.id;

import java.util.UUID;
import java.util.regex.Pattern;

/** The one spelling of identifiers: they come from the network and end up in paths. */
final class CanonicalUuid {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private CanonicalUuid() {}

  static UUID parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("an identifier must be a lower-case UUID");
    }
    return UUID.fromString(text);
  }
}
