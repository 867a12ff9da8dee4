package fr.liaison.directory.register.file;

import fr.liaison.directory.practitioner.ProfessionalCategory;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the cells of a complete row into a {@link RegisterRow}, or says what is wrong with them.
 */
public final class ReadPerson implements RegisterFile.ReadCells<RegisterRow> {
  private static final int LONGEST_NAME = 100;
  private static final int COMMUNE_DIGITS = 5;
  private static final Pattern CORSICAN = Pattern.compile("2[AB][0-9]{3}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,32}");
  private static final Set<String> LOCUM_ACTIVITIES = Set.of("GENR02", "GENR03");
  private static final String LOCUM_FUNCTION = "FON-22";
  private static final Pattern CEDEX_OFFICE =
      Pattern.compile("(?i)^\\d{5}\\s+|\\s+CEDEX(\\s+\\d{1,2})?$");

  private final RegisterHeader<PersonColumn> header;
  private final CheckDigits checkDigits;
  private final RowDigest digest;

  public ReadPerson(RegisterHeader<PersonColumn> header, CheckDigits checkDigits) {
    this.header = header;
    this.checkDigits = checkDigits;
    this.digest = new RowDigest(header);
  }

  @Override
  public Reading<RegisterRow> read(long line, Cells cells) {
    @Nullable DefectReason unfit = header.unfit(cells, PersonColumn.class);
    if (unfit != null) {
      return new Reading.Unusable<>(unfit);
    }
    return switch (identity(cells)) {
      case StatedIdentity.Wrong(DefectReason reason) -> new Reading.Unusable<>(reason);
      case StatedIdentity.Known known -> person(line, known, cells);
    };
  }

  /** Whom a row speaks of, whatever else it states. */
  public StatedIdentity identity(Cells cells) {
    return StatedIdentity.of(
        header.value(cells, PersonColumn.IDENTIFIER_TYPE),
        header.value(cells, PersonColumn.IDENTIFIER),
        header.value(cells, PersonColumn.NATIONAL_ID),
        checkDigits);
  }

  private Reading<RegisterRow> person(long line, StatedIdentity.Known known, Cells cells) {
    String familyName = header.value(cells, PersonColumn.FAMILY_NAME);
    String givenName = header.value(cells, PersonColumn.GIVEN_NAME);
    if (familyName.isEmpty()) {
      return new Reading.Unusable<>(DefectReason.MISSING_NAME);
    }
    if (familyName.length() > LONGEST_NAME || givenName.length() > LONGEST_NAME) {
      return new Reading.Unusable<>(DefectReason.CELL_TOO_LONG);
    }
    String professionCode = header.value(cells, PersonColumn.PROFESSION_CODE);
    String profession = header.value(cells, PersonColumn.PROFESSION);
    if (profession.isEmpty() || !CODE.matcher(professionCode).matches()) {
      return new Reading.Unusable<>(DefectReason.MISSING_PROFESSION);
    }
    RegisterRow row =
        new RegisterRow(
            line,
            digest.of(cells.text()),
            known.id(),
            familyName,
            givenName,
            firstOf(cells, PersonColumn.EXERCISE_CIVILITY, PersonColumn.CIVILITY),
            professionCode,
            profession,
            ProfessionalCategory.of(header.value(cells, PersonColumn.CATEGORY_CODE)),
            firstOf(cells, PersonColumn.SAVOIR_FAIRE_CODE),
            firstOf(cells, PersonColumn.SAVOIR_FAIRE),
            place(cells),
            isLocum(cells));
    return known.with(row);
  }

  private RegisterRow.Place place(Cells cells) {
    return new RegisterRow.Place(
        structureId(cells),
        firstOf(cells, PersonColumn.TRADE_NAME, PersonColumn.COMPANY_NAME),
        firstOf(cells, PersonColumn.POSTAL_CODE),
        commune(cells),
        town(cells),
        firstOf(cells, PersonColumn.SECTOR));
  }

  /** By nature of the activity or by function. */
  private boolean isLocum(Cells cells) {
    return LOCUM_ACTIVITIES.contains(header.value(cells, PersonColumn.ACTIVITY_CODE))
        || header.value(cells, PersonColumn.ROLE_CODE).equals(LOCUM_FUNCTION);
  }

  private @Nullable String structureId(Cells cells) {
    String technical = header.value(cells, PersonColumn.STRUCTURE_ID);
    String finess = header.value(cells, PersonColumn.FINESS);
    String siret = header.value(cells, PersonColumn.SIRET);
    if (!technical.isEmpty()) {
      return technical;
    }
    return !finess.isEmpty() ? "F" + finess : !siret.isEmpty() ? "C" + siret : null;
  }

  /** What is no INSEE code is left out, like an unknown one: the row is sound without it. */
  private @Nullable String commune(Cells cells) {
    String code = header.value(cells, PersonColumn.COMMUNE);
    if (code.isEmpty() || isFiveDigits(code)) {
      return code.isEmpty() ? null : code;
    }
    String corsican = code.toUpperCase(Locale.ROOT);
    return CORSICAN.matcher(corsican).matches() ? corsican : null;
  }

  private static boolean isFiveDigits(String code) {
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) < '0' || code.charAt(i) > '9') {
        return false;
      }
    }
    return code.length() == COMMUNE_DIGITS;
  }

  /** A business address may name its town only in the delivery office, "44093 NANTES CEDEX 1". */
  private @Nullable String town(Cells cells) {
    String town = header.value(cells, PersonColumn.TOWN);
    if (!town.isEmpty()) {
      return town;
    }
    String office =
        CEDEX_OFFICE.matcher(header.value(cells, PersonColumn.CEDEX)).replaceAll("").strip();
    return office.isEmpty() ? null : office;
  }

  private @Nullable String firstOf(Cells cells, PersonColumn... columns) {
    for (PersonColumn column : columns) {
      String value = header.value(cells, column);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return null;
  }
}
