package fr.liaison.directory.practitioner;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of a French department, as people write it: 62, 2A, 971. */
public final class Department {
  private static final Pattern NUMBER = Pattern.compile("\\d{2,3}|2[aAbB]");
  private static final Pattern POSTAL_CODE = Pattern.compile("\\d{5}");
  private static final int FIRST_OF_NORTHERN_CORSICA = 20200;

  private Department() {}

  /** In small letters; empty when the postal code is not a French one. */
  public static Optional<String> of(@Nullable String postalCode) {
    if (postalCode == null || !POSTAL_CODE.matcher(postalCode).matches()) {
      return Optional.empty();
    }
    if (postalCode.startsWith("20")) {
      return Optional.of(Integer.parseInt(postalCode) < FIRST_OF_NORTHERN_CORSICA ? "2a" : "2b");
    }
    boolean overseas = postalCode.startsWith("97") || postalCode.startsWith("98");
    return Optional.of(postalCode.substring(0, overseas ? 3 : 2));
  }

  /** A number as typed, in small letters; empty when it cannot be one. */
  public static Optional<String> numbered(String typed) {
    return NUMBER.matcher(typed).matches()
        ? Optional.of(typed.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
