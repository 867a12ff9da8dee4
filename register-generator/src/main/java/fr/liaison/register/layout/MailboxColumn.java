package fr.liaison.register.layout;

/** The 31 columns of {@code Extraction_Correspondance_MSSante}, in the order of the file. */
public enum MailboxColumn implements Column {
  KIND("Type de BAL"),
  ADDRESS("Adresse BAL"),
  IDENTIFIER_TYPE("Type Identifiant PP"),
  IDENTIFIER("Identifiant PP"),
  NATIONAL_ID("Identification nationale PP"),
  STRUCTURE_ID_TYPE("Type identifiant structure"),
  STRUCTURE_ID("Identification Structure"),
  SERVICE("Service de rattachement"),
  CIVILITY("Civilité d'exercice"),
  FAMILY_NAME("Nom d'exercice"),
  GIVEN_NAME("Prénom d'exercice"),
  CATEGORY_CODE("Catégorie profession"),
  CATEGORY("Libellé de catégorie profession"),
  PROFESSION_CODE("Code Profession"),
  PROFESSION("Libellé Profession"),
  KNOW_HOW_CODE("Code savoir-faire"),
  KNOW_HOW("Libellé savoir-faire"),
  PAPERLESS("Dématérialisation"),
  COMPANY_NAME("Raison Sociale structure BAL"),
  TRADE_NAME("Enseigne commerciale structure BAL"),
  LINE_2("L2COMPLEMENTLOCALISATION"),
  LINE_3("L3COMPLEMENTDISTRIBUTION"),
  STREET_NUMBER("L4NUMEROVOIE"),
  STREET_REPETITION("L4COMPLEMENTNUMEROVOIE"),
  STREET_TYPE("NL4TYPEVOIE"),
  STREET("L4LIBELLEVOIE"),
  LINE_5("L5LIEUDITMENTION"),
  LINE_6("L6LIGNEACHEMINEMENT"),
  POSTAL_CODE("Code postal"),
  DEPARTMENT("Département"),
  COUNTRY("Pays");

  private final String title;

  MailboxColumn(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
