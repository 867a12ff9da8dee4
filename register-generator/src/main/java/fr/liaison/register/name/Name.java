package fr.liaison.register.name;

/**
 * A family or given name.
 *
 * @param text with its accents
 * @param plain in capitals without accents, as most of the register has it
 * @param key equal for all spellings of one name
 */
public record Name(String text, String plain, String key) {
  public static Name of(String text) {
    return new Name(text, Folded.plain(text), Folded.key(text));
  }
}
