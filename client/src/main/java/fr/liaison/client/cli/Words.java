package fr.liaison.client.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What the person reads: French, or English where the environment asks for it. */
record Words(ResourceBundle bundle, Locale locale) {
  /** By the usual variables; unlike for the JVM, the C locale is not English. */
  static Words of(Map<String, String> environment) {
    String wanted =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    return in(wanted.startsWith("en") ? Locale.ENGLISH : Locale.FRENCH);
  }

  static Words in(Locale locale) {
    return new Words(
        ResourceBundle.getBundle(
            "fr.liaison.client.cli.words",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
        locale);
  }

  String say(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
