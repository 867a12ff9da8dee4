package fr.liaison.register.layout;

/** The 56 columns of {@code PS_LibreAcces_Personne_activite}, in the order of the file. */
public enum ActivityColumn implements Column {
  IDENTIFIER_TYPE("Type d'identifiant PP"),
  IDENTIFIER("Identifiant PP"),
  NATIONAL_ID("Identification nationale PP"),
  EXERCISE_CIVILITY_CODE("Code civilité d'exercice"),
  EXERCISE_CIVILITY("Libellé civilité d'exercice"),
  CIVILITY_CODE("Code civilité"),
  CIVILITY("Libellé civilité"),
  FAMILY_NAME("Nom d'exercice"),
  GIVEN_NAME("Prénom d'exercice"),
  PROFESSION_CODE("Code profession"),
  PROFESSION("Libellé profession"),
  CATEGORY_CODE("Code catégorie professionnelle"),
  CATEGORY("Libellé catégorie professionnelle"),
  KNOW_HOW_TYPE_CODE("Code type savoir-faire"),
  KNOW_HOW_TYPE("Libellé type savoir-faire"),
  KNOW_HOW_CODE("Code savoir-faire"),
  KNOW_HOW("Libellé savoir-faire"),
  MODE_CODE("Code mode exercice"),
  MODE("Libellé mode exercice"),
  SIRET("Numéro SIRET site"),
  SIREN("Numéro SIREN site"),
  FINESS("Numéro FINESS site"),
  LEGAL_FINESS("Numéro FINESS établissement juridique"),
  STRUCTURE_ID("Identifiant technique de la structure"),
  COMPANY_NAME("Raison sociale site"),
  TRADE_NAME("Enseigne commerciale site"),
  RECIPIENT("Complément destinataire (coord. structure)"),
  LOCALITY("Complément point géographique (coord. structure)"),
  STREET_NUMBER("Numéro Voie (coord. structure)"),
  STREET_REPETITION("Indice répétition voie (coord. structure)"),
  STREET_TYPE_CODE("Code type de voie (coord. structure)"),
  STREET_TYPE("Libellé type de voie (coord. structure)"),
  STREET("Libellé Voie (coord. structure)"),
  DISTRIBUTION("Mention distribution (coord. structure)"),
  CEDEX("Bureau cedex (coord. structure)"),
  POSTAL_CODE("Code postal (coord. structure)"),
  COMMUNE_CODE("Code commune (coord. structure)"),
  TOWN("Libellé commune (coord. structure)"),
  COUNTRY_CODE("Code pays (coord. structure)"),
  COUNTRY("Libellé pays (coord. structure)"),
  TELEPHONE("Téléphone (coord. structure)"),
  TELEPHONE_2("Téléphone 2 (coord. structure)"),
  FAX("Télécopie (coord. structure)"),
  EMAIL("Adresse e-mail (coord. structure)"),
  DEPARTMENT_CODE("Code Département (structure)"),
  DEPARTMENT("Libellé Département (structure)"),
  FORMER_STRUCTURE_ID("Ancien identifiant de la structure"),
  AUTHORITY("Autorité d'enregistrement"),
  SECTOR_CODE("Code secteur d'activité"),
  SECTOR("Libellé secteur d'activité"),
  PHARMACIST_SECTION_CODE("Code section tableau pharmaciens"),
  PHARMACIST_SECTION("Libellé section tableau pharmaciens"),
  ROLE_CODE("Code rôle"),
  ROLE("Libellé rôle"),
  ACTIVITY_CODE("Code genre activité"),
  ACTIVITY("Libellé genre activité");

  private final String title;

  ActivityColumn(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
