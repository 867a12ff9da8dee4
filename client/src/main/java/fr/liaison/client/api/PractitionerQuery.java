package fr.liaison.client.api;

/**
 * Whom to look for; an empty text is no condition.
 *
 * @param words of name, profession, structure or town, any spelling
 * @param limit people a page, 1 to 50
 * @param cursor from the page before, or empty
 */
public record PractitionerQuery(
    String words, String profession, String town, int limit, String cursor) {
  public static PractitionerQuery words(String words) {
    return new PractitionerQuery(words, "", "", 20, "");
  }

  public PractitionerQuery from(String next) {
    return new PractitionerQuery(words, profession, town, limit, next);
  }

  /** Keeps what was asked for out of logs. */
  @Override
  public String toString() {
    return "PractitionerQuery";
  }
}
