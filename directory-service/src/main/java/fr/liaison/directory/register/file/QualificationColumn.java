package fr.liaison.directory.register.file;

import java.util.List;

/** The columns of {@code PS_LibreAcces_Dipl_AutExerc} that Liaison reads. */
enum QualificationColumn implements FileColumn {
  IDENTIFIER_TYPE(true, "Type d'identifiant PP"),
  IDENTIFIER(true, "Identifiant PP"),
  NATIONAL_ID(false, "Identification nationale PP"),
  DIPLOMA_TYPE_CODE(false, "Code type diplôme obtenu"),
  DIPLOMA_TYPE(false, "Libellé type diplôme obtenu"),
  DIPLOMA_CODE(false, "Code diplôme obtenu"),
  DIPLOMA(true, "Libellé diplôme obtenu"),
  AUTHORISATION_CODE(false, "Code type autorisation"),
  AUTHORISATION(true, "Libellé type autorisation"),
  DISCIPLINE(false, "Libellé discipline autorisation");

  private final boolean mandatory;
  private final String name;

  QualificationColumn(boolean mandatory, String name) {
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
