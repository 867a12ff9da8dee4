package fr.liaison.directory.register.file;

import java.util.List;

/** The columns of {@code PS_LibreAcces_SavoirFaire} that Liaison reads. */
enum SkillColumn implements FileColumn {
  IDENTIFIER_TYPE(true, "Type d'identifiant PP"),
  IDENTIFIER(true, "Identifiant PP"),
  NATIONAL_ID(false, "Identification nationale PP"),
  PROFESSION(false, "Libellé profession"),
  TYPE(false, "Libellé type savoir-faire"),
  CODE(true, "Code savoir-faire"),
  LABEL(true, "Libellé savoir-faire");

  private final boolean mandatory;
  private final String name;

  SkillColumn(boolean mandatory, String name) {
    this.mandatory = mandatory;
    this.name = CellText.canonical(name);
  }

  @Override
  public boolean mandatory() {
    return mandatory;
  }

  @Override
  public List<String> names() {
    return List.of(name);
  }
}
