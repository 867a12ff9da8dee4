package fr.liaison.client.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the person reads: French unless the locale is another one we have. */
record Words(ResourceBundle bundle, Locale locale) {
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
