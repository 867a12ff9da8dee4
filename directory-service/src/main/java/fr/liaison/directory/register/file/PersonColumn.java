package fr.liaison.directory.register.file;

import java.util.List;

/**
 * The columns of the extraction that Liaison reads, by the header names seen over the years. The
 * others are ignored, in whatever order and number they come.
 */
public enum PersonColumn implements FileColumn {
  IDENTIFIER_TYPE(true, "Type d'identifiant PP"),
  IDENTIFIER(true, "Identifiant PP"),
  NATIONAL_ID(true, "Identification nationale PP"),
  EXERCISE_CIVILITY(false, "Libellé civilité d'exercice", "Libellé civilité exercice"),
  CIVILITY(false, "Libellé civilité"),
  FAMILY_NAME(true, "Nom d'exercice"),
  GIVEN_NAME(true, "Prénom d'exercice"),
  PROFESSION_CODE(true, "Code profession"),
  PROFESSION(true, "Libellé profession"),
  /** Tells students, so that no file makes professionals of them. */
  CATEGORY_CODE(true, "Code catégorie professionnelle"),
  SAVOIR_FAIRE_CODE(false, "Code savoir-faire"),
  SAVOIR_FAIRE(false, "Libellé savoir-faire"),
  SIRET(false, "Numéro SIRET site"),
  FINESS(false, "Numéro FINESS site"),
  STRUCTURE_ID(true, "Identifiant technique de la structure"),
  COMPANY_NAME(true, "Raison sociale site"),
  TRADE_NAME(false, "Enseigne commerciale site"),
  CEDEX(false, "Bureau cedex (coord. structure)"),
  POSTAL_CODE(true, "Code postal (coord. structure)"),
  COMMUNE(false, "Code commune (coord. structure)"),
  TOWN(true, "Libellé commune (coord. structure)"),
  SECTOR(false, "Libellé secteur d'activité"),
  ROLE_CODE(false, "Code rôle"),
  ACTIVITY_CODE(false, "Code genre activité", "Code genre d'activité");

  private final boolean mandatory;
  private final String header; // accepted names, split on demand: an enum holds nothing mutable

  PersonColumn(boolean mandatory, String... names) {
    this.mandatory = mandatory;
    this.header = CellText.canonical(String.join("|", names));
  }

  @Override
  public boolean mandatory() {
    return mandatory;
  }

  @Override
  public List<String> names() {
    return Cells.of(header);
  }
}
