package fr.liaison.register;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line; throws {@link IllegalArgumentException} with a sentence for whoever typed it.
 */
final class Arguments {
  private static final List<String> KNOWN =
      List.of("--rows", "--seed", "--folder", "--date", "--defects", "--beside");
  private static final List<String> NEEDED = List.of("--rows", "--seed");

  private Arguments() {}

  static Order parse(String... arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      int equals = arguments[i].indexOf('=');
      String name = equals < 0 ? arguments[i] : arguments[i].substring(0, equals);
      if (!KNOWN.contains(name) || (equals < 0 && i + 1 == arguments.length)) {
        throw new IllegalArgumentException("Unknown option, or one without its value: " + name);
      }
      given.put(name, equals < 0 ? arguments[++i] : arguments[i].substring(equals + 1));
    }
    for (String needed : NEEDED) {
      if (!given.containsKey(needed)) {
        throw new IllegalArgumentException("Missing: " + needed);
      }
    }
    String rows = given.getOrDefault("--rows", "");
    String seed = given.getOrDefault("--seed", "");
    return new Order(
        number("--rows", rows),
        number("--seed", seed),
        Path.of(given.getOrDefault("--folder", "register-" + rows + "-" + seed)),
        date(given.getOrDefault("--date", "2026-01-01")),
        defects(given.getOrDefault("--defects", "usual")),
        given.containsKey("--beside") ? Path.of(given.getOrDefault("--beside", "")) : null);
  }

  private static long number(String name, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException notOne) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: a number)", notOne);
    }
  }

  private static LocalDate date(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException notOne) {
      throw new IllegalArgumentException("--date: " + value + " (expected: YYYY-MM-DD)", notOne);
    }
  }

  private static boolean defects(String value) {
    return switch (value) {
      case "usual" -> true;
      case "none" -> false;
      case String other ->
          throw new IllegalArgumentException("--defects: " + other + " (expected: usual or none)");
    };
  }
}
