package fr.liaison.directory.register.file;

import fr.liaison.directory.practitioner.Skill;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a complete row of skills into the one it states. */
final class ReadSkill implements RegisterFile.ReadCells<DetailRow> {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  private final RegisterHeader<SkillColumn> header;
  private final CheckDigits checkDigits;

  ReadSkill(RegisterHeader<SkillColumn> header, CheckDigits checkDigits) {
    this.header = header;
    this.checkDigits = checkDigits;
  }

  @Override
  public Reading<DetailRow> read(long line, Cells cells) {
    @Nullable DefectReason unfit = header.unfit(cells, SkillColumn.class);
    if (unfit != null) {
      return new Reading.Unusable<>(unfit);
    }
    return switch (StatedIdentity.of(
        value(cells, SkillColumn.IDENTIFIER_TYPE),
        value(cells, SkillColumn.IDENTIFIER),
        value(cells, SkillColumn.NATIONAL_ID),
        checkDigits)) {
      case StatedIdentity.Wrong(DefectReason reason) -> new Reading.Unusable<>(reason);
      case StatedIdentity.Known known -> skill(line, known, cells);
    };
  }

  private Reading<DetailRow> skill(long line, StatedIdentity.Known known, Cells cells) {
    String code = value(cells, SkillColumn.CODE);
    String label = value(cells, SkillColumn.LABEL);
    if (label.isEmpty() || !CODE.matcher(code).matches()) {
      return new Reading.Unusable<>(DefectReason.MISSING_SKILL);
    }
    Skill skill =
        new Skill(
            code, label, value(cells, SkillColumn.TYPE), value(cells, SkillColumn.PROFESSION));
    return known.with(new DetailRow(line, known.id().value(), List.of(skill.stored())));
  }

  private String value(Cells cells, SkillColumn column) {
    return header.value(cells, column);
  }
}
