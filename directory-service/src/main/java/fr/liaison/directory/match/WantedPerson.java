package fr.liaison.directory.match;

import fr.liaison.directory.practitioner.SearchWords;
import fr.liaison.kit.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A checked row. What has the wrong form, such as an address that none can be, is left out like
 * what was not said; what is too long is refused. Prints nothing.
 */
record WantedPerson(
    @Nullable String mssante,
    @Nullable String nationalId,
    List<String> familyName,
    List<String> givenName,
    List<String> profession,
    @Nullable String postalCode,
    TownName town) {
  private static final int LONGEST_ADDRESS = 254;
  private static final int MOST_WORDS = 8;
  private static final Pattern ADDRESS =
      Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{}~-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)+");
  private static final Pattern RPPS = Pattern.compile("[0-9]{11}");
  private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{5}");

  static List<WantedPerson> of(MatchConfig config, @Nullable MatchRequest request) {
    List<MatchRequest.@Nullable Row> rows = request == null ? null : request.rows();
    if (rows == null || rows.isEmpty() || rows.size() > config.mostRows()) {
      throw Problem.field("rows", "must have from 1 to " + config.mostRows() + " rows");
    }
    List<WantedPerson> wanted = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      wanted.add(of(config.longestText(), "rows[" + i + "]", rows.get(i)));
    }
    return List.copyOf(wanted);
  }

  private static WantedPerson of(int longest, String at, MatchRequest.@Nullable Row row) {
    if (row == null) {
      throw Problem.field(at, "must be an object");
    }
    String mssante = bounded(at + ".mssante", row.mssante(), LONGEST_ADDRESS);
    String rpps = bounded(at + ".rpps", row.rpps(), longest);
    String familyName = bounded(at + ".familyName", row.familyName(), longest);
    String givenName = bounded(at + ".givenName", row.givenName(), longest);
    if (mssante == null && rpps == null && (familyName == null || givenName == null)) {
      throw Problem.field(at, "needs mssante, rpps, or familyName and givenName");
    }
    String number = matching(RPPS, rpps);
    return new WantedPerson(
        matching(ADDRESS, mssante == null ? null : mssante.toLowerCase(Locale.ROOT)),
        number == null ? null : "8" + number,
        words(familyName),
        words(givenName),
        words(bounded(at + ".profession", row.profession(), longest)),
        matching(POSTAL_CODE, bounded(at + ".postalCode", row.postalCode(), longest)),
        town(bounded(at + ".town", row.town(), longest)));
  }

  boolean hasNames() {
    return !familyName.isEmpty() && !givenName.isEmpty();
  }

  boolean hasPlace() {
    return postalCode != null || town.isSaid();
  }

  private static @Nullable String bounded(String field, @Nullable String text, int longest) {
    if (text != null && text.length() > longest) {
      throw Problem.field(field, "must have at most " + longest + " characters");
    }
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static @Nullable String matching(Pattern form, @Nullable String text) {
    return text != null && form.matcher(text).matches() ? text : null;
  }

  private static List<String> words(@Nullable String text) {
    return text == null ? List.of() : SearchWords.of(text).stream().limit(MOST_WORDS).toList();
  }

  private static TownName town(@Nullable String text) {
    return text == null ? TownName.UNSAID : TownName.of(text);
  }

  @Override
  public String toString() {
    return "WantedPerson[]";
  }
}
