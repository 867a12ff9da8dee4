package fr.liaison.register.layout;

/** The 13 columns of {@code PS_LibreAcces_SavoirFaire}, in the order of the file. */
public enum KnowHowColumn implements Column {
  IDENTIFIER_TYPE("Type d'identifiant PP"),
  IDENTIFIER("Identifiant PP"),
  NATIONAL_ID("Identification nationale PP"),
  FAMILY_NAME("Nom d'exercice"),
  GIVEN_NAME("Prénom d'exercice"),
  PROFESSION_CODE("Code profession"),
  PROFESSION("Libellé profession"),
  CATEGORY_CODE("Code catégorie professionnelle"),
  CATEGORY("Libellé catégorie professionnelle"),
  KNOW_HOW_TYPE_CODE("Code type savoir-faire"),
  KNOW_HOW_TYPE("Libellé type savoir-faire"),
  KNOW_HOW_CODE("Code savoir-faire"),
  KNOW_HOW("Libellé savoir-faire");

  private final String title;

  KnowHowColumn(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
