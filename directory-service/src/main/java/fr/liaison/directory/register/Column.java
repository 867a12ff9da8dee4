package fr.liaison.directory.register;

import java.util.List;

/**
 * The columns of the extraction that Liaison reads, by the header names seen over the years. The
 * others are ignored, in whatever order and number they come.
 */
enum Column {
  IDENTIFIER_TYPE(true, "Type d'identifiant PP"),
  IDENTIFIER(true, "Identifiant PP"),
  NATIONAL_ID(true, "Identification nationale PP"),
  EXERCISE_CIVILITY(false, "Libellé civilité d'exercice", "Libellé civilité exercice"),
  CIVILITY(false, "Libellé civilité"),
  FAMILY_NAME(true, "Nom d'exercice"),
  GIVEN_NAME(true, "Prénom d'exercice"),
  PROFESSION_CODE(true, "Code profession"),
  PROFESSION(true, "Libellé profession"),
  CATEGORY_CODE(false, "Code catégorie professionnelle"),
  SAVOIR_FAIRE_CODE(false, "Code savoir-faire"),
  SAVOIR_FAIRE(false, "Libellé savoir-faire"),
  SIRET(false, "Numéro SIRET site"),
  FINESS(false, "Numéro FINESS site"),
  STRUCTURE_ID(true, "Identifiant technique de la structure"),
  COMPANY_NAME(true, "Raison sociale site"),
  TRADE_NAME(false, "Enseigne commerciale site"),
  CEDEX(false, "Bureau cedex (coord. structure)"),
  POSTAL_CODE(true, "Code postal (coord. structure)"),
  TOWN(true, "Libellé commune (coord. structure)"),
  SECTOR(false, "Libellé secteur d'activité");

  private final boolean mandatory;
  private final String header; // accepted names, split on demand: an enum holds nothing mutable

  Column(boolean mandatory, String... names) {
    this.mandatory = mandatory;
    this.header = RegisterHeader.canonical(String.join("|", names));
  }

  boolean mandatory() {
    return mandatory;
  }

  /** The accepted header names in canonical form. */
  List<String> names() {
    return Cells.split(header);
  }

  /** The name to show an operator. */
  String label() {
    return names().getFirst();
  }
}
