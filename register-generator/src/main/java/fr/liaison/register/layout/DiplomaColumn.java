package fr.liaison.register.layout;

/** The 13 columns of {@code PS_LibreAcces_Dipl_AutExerc}, in the order of the file. */
public enum DiplomaColumn implements Column {
  IDENTIFIER_TYPE("Type d'identifiant PP"),
  IDENTIFIER("Identifiant PP"),
  NATIONAL_ID("Identification nationale PP"),
  FAMILY_NAME("Nom d'exercice"),
  GIVEN_NAME("Prénom d'exercice"),
  DIPLOMA_TYPE_CODE("Code type diplôme obtenu"),
  DIPLOMA_TYPE("Libellé type diplôme obtenu"),
  DIPLOMA_CODE("Code diplôme obtenu"),
  DIPLOMA("Libellé diplôme obtenu"),
  AUTHORISATION_TYPE_CODE("Code type autorisation"),
  AUTHORISATION_TYPE("Libellé type autorisation"),
  DISCIPLINE_CODE("Code discipline autorisation"),
  DISCIPLINE("Libellé discipline autorisation");

  private final String title;

  DiplomaColumn(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
