package fr.liaison.platform.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the command line, in French for French locales and in English for all others. */
public final class Texts {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle(
          "fr.liaison.platform.cli.texts",
          Locale.getDefault().getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH,
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

  private Texts() {}

  public static String get(String key, Object... values) {
    return MessageFormat.format(BUNDLE.getString(key), values);
  }
}
