package fr.liaison.directory.staff;

import fr.liaison.directory.practitioner.VisibleName;
import fr.liaison.kit.problem.Problem;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request to invite that was read and found well-formed. Prints nothing. */
record Invitee(String givenName, String familyName, String function, @Nullable String email) {
  private static final int LONGEST = 60;
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");

  /** Throws {@code invalid-parameter} naming the first field that is wrong. */
  static Invitee of(@Nullable InvitationRequest request) {
    if (request == null) {
      throw Problem.field("givenName", "is missing");
    }
    String givenName = visible("givenName", request.givenName());
    String familyName = visible("familyName", request.familyName());
    if (RegulatedWords.bearTitle(givenName, familyName)) {
      throw Problem.field("givenName", "must be a name without a title")
          .with("reason", "title-in-name");
    }
    return new Invitee(
        givenName,
        // As the register writes family names.
        familyName.toUpperCase(Locale.FRENCH),
        function(visible("function", request.function())),
        email(request.email()));
  }

  /** Only the register says who is of a regulated profession. */
  private static String function(String text) {
    if (!RegulatedWords.isLatin(text)) {
      throw Problem.field("function", "must be in Latin letters").with("reason", "not-latin");
    }
    if (RegulatedWords.nameProfession(text)) {
      throw Problem.field("function", "must not name a regulated profession; say what is done")
          .with("reason", "regulated-profession");
    }
    return text;
  }

  /** The bar separates the parts of a stored exercise. */
  private static String visible(String field, @Nullable String text) {
    return VisibleName.of(text == null ? "" : text, LONGEST)
        .filter(one -> one.indexOf('|') < 0)
        .orElseThrow(() -> Problem.field(field, "must have 1 to 60 visible characters and no bar"));
  }

  private static @Nullable String email(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return VisibleName.of(text, LONGEST_EMAIL)
        .filter(one -> EMAIL.matcher(one).matches())
        .orElseThrow(() -> Problem.field("email", "must be an address of at most 254 characters"));
  }

  @Override
  public String toString() {
    return "Invitee[]";
  }
}
