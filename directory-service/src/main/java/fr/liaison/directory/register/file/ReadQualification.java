package fr.liaison.directory.register.file;

import fr.liaison.directory.practitioner.Qualification;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a complete row into the diploma and the authorisation that it states. */
final class ReadQualification implements RegisterFile.ReadCells<DetailRow> {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  private final RegisterHeader<QualificationColumn> header;
  private final CheckDigits checkDigits;

  ReadQualification(RegisterHeader<QualificationColumn> header, CheckDigits checkDigits) {
    this.header = header;
    this.checkDigits = checkDigits;
  }

  @Override
  public Reading<DetailRow> read(long line, Cells cells) {
    @Nullable DefectReason unfit = header.unfit(cells, QualificationColumn.class);
    if (unfit != null) {
      return new Reading.Unusable<>(unfit);
    }
    return switch (StatedIdentity.of(
        value(cells, QualificationColumn.IDENTIFIER_TYPE),
        value(cells, QualificationColumn.IDENTIFIER),
        value(cells, QualificationColumn.NATIONAL_ID),
        checkDigits)) {
      case StatedIdentity.Wrong(DefectReason reason) -> new Reading.Unusable<>(reason);
      case StatedIdentity.Known known -> {
        List<String> entries = entries(cells);
        yield entries.isEmpty()
            ? new Reading.Unusable<>(DefectReason.MISSING_QUALIFICATION)
            : known.with(new DetailRow(line, known.id().value(), entries));
      }
    };
  }

  private List<String> entries(Cells cells) {
    List<String> entries = new ArrayList<>();
    String diploma = value(cells, QualificationColumn.DIPLOMA);
    String authorisation = value(cells, QualificationColumn.AUTHORISATION);
    if (!diploma.isEmpty()) {
      entries.add(
          new Qualification(
                  Qualification.Kind.diploma,
                  diploma,
                  value(cells, QualificationColumn.DIPLOMA_TYPE),
                  null,
                  code(cells, QualificationColumn.DIPLOMA_CODE),
                  code(cells, QualificationColumn.DIPLOMA_TYPE_CODE))
              .stored());
    }
    if (!authorisation.isEmpty()) {
      entries.add(
          new Qualification(
                  Qualification.Kind.authorisation,
                  authorisation,
                  null,
                  value(cells, QualificationColumn.DISCIPLINE),
                  code(cells, QualificationColumn.AUTHORISATION_CODE),
                  null)
              .stored());
    }
    return entries;
  }

  /** The words say what it is; a code that is none is left out. */
  private @Nullable String code(Cells cells, QualificationColumn column) {
    String code = value(cells, column);
    return CODE.matcher(code).matches() ? code : null;
  }

  private String value(Cells cells, QualificationColumn column) {
    return header.value(cells, column);
  }
}
