package fr.liaison.directory.register;

import fr.liaison.directory.practitioner.NationalId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the cells of a complete row into a {@link RegisterRow}, or says what is wrong with them.
 */
final class ReadRow {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_LABEL = 200;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final Pattern CEDEX_OFFICE =
      Pattern.compile("(?i)^\\d{5}\\s+|\\s+CEDEX(\\s+\\d{1,2})?$");

  private final RegisterHeader header;
  private final CheckDigits checkDigits;
  private final MessageDigest digest = Sha256.digest();

  ReadRow(RegisterHeader header, CheckDigits checkDigits) {
    this.header = header;
    this.checkDigits = checkDigits;
  }

  /** A row, a row with what is doubtful about it, or a defect. */
  sealed interface Reading {
    record Usable(RegisterRow row) implements Reading {}

    record Doubtful(RegisterRow row, DefectReason reason) implements Reading {}

    record Unusable(DefectReason reason) implements Reading {}
  }

  Reading read(long line, List<String> cells) {
    for (Column column : Column.values()) {
      String value = header.value(cells, column);
      if (value.length() > LONGEST_LABEL) {
        return new Reading.Unusable(DefectReason.CELL_TOO_LONG);
      }
      if (holdsControl(value)) {
        return new Reading.Unusable(DefectReason.CONTROL_CHARACTER);
      }
    }
    String type = header.value(cells, Column.IDENTIFIER_TYPE);
    String identifier = header.value(cells, Column.IDENTIFIER);
    Optional<NationalId> checked = NationalId.of(type, identifier);
    Optional<NationalId> id =
        checked.isEmpty() && checkDigits == CheckDigits.WARN
            ? NationalId.ofAnyCheckDigit(type, identifier)
            : checked;
    if (id.isEmpty()) {
      return new Reading.Unusable(DefectReason.BAD_IDENTIFIER);
    }
    String stated = header.value(cells, Column.NATIONAL_ID);
    if (!stated.isEmpty() && !stated.equals(id.get().value())) {
      return new Reading.Unusable(DefectReason.IDENTIFIER_MISMATCH);
    }
    String familyName = header.value(cells, Column.FAMILY_NAME);
    String givenName = header.value(cells, Column.GIVEN_NAME);
    if (familyName.isEmpty()) {
      return new Reading.Unusable(DefectReason.MISSING_NAME);
    }
    if (familyName.length() > LONGEST_NAME || givenName.length() > LONGEST_NAME) {
      return new Reading.Unusable(DefectReason.CELL_TOO_LONG);
    }
    String professionCode = header.value(cells, Column.PROFESSION_CODE);
    String profession = header.value(cells, Column.PROFESSION);
    if (profession.isEmpty() || !CODE.matcher(professionCode).matches()) {
      return new Reading.Unusable(DefectReason.MISSING_PROFESSION);
    }
    RegisterRow row =
        new RegisterRow(
            line,
            hash(cells),
            id.get(),
            familyName,
            givenName,
            firstOf(cells, Column.EXERCISE_CIVILITY, Column.CIVILITY),
            professionCode,
            profession,
            firstOf(cells, Column.CATEGORY_CODE),
            firstOf(cells, Column.SAVOIR_FAIRE_CODE),
            firstOf(cells, Column.SAVOIR_FAIRE),
            place(cells));
    return checked.isPresent()
        ? new Reading.Usable(row)
        : new Reading.Doubtful(row, DefectReason.WRONG_CHECK_DIGIT);
  }

  private static boolean holdsControl(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (isControl(value.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Controls of the writing direction count too: they make a name look like another one. */
  private static boolean isControl(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private UUID hash(List<String> cells) {
    byte[] row = String.join("|", cells).getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest(row));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private RegisterRow.Place place(List<String> cells) {
    return new RegisterRow.Place(
        structureId(cells),
        firstOf(cells, Column.TRADE_NAME, Column.COMPANY_NAME),
        firstOf(cells, Column.POSTAL_CODE),
        town(cells),
        firstOf(cells, Column.SECTOR));
  }

  private @Nullable String structureId(List<String> cells) {
    String technical = header.value(cells, Column.STRUCTURE_ID);
    String finess = header.value(cells, Column.FINESS);
    String siret = header.value(cells, Column.SIRET);
    if (!technical.isEmpty()) {
      return technical;
    }
    return !finess.isEmpty() ? "F" + finess : !siret.isEmpty() ? "C" + siret : null;
  }

  /** A business address may name its town only in the delivery office, "44093 NANTES CEDEX 1". */
  private @Nullable String town(List<String> cells) {
    String town = header.value(cells, Column.TOWN);
    if (!town.isEmpty()) {
      return town;
    }
    String office = CEDEX_OFFICE.matcher(header.value(cells, Column.CEDEX)).replaceAll("").strip();
    return office.isEmpty() ? null : office;
  }

  private @Nullable String firstOf(List<String> cells, Column... columns) {
    for (Column column : columns) {
      String value = header.value(cells, column);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return null;
  }
}
