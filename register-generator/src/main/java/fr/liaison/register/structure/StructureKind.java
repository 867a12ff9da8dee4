package fr.liaison.register.structure;

import java.util.List;

/**
 * Kinds of structures with their sector of activity, and how many of each there are in a register
 * of full size. Those with a FINESS number come first: their numbers must fit five digits.
 */
public enum StructureKind {
  HOSPITAL("SA01", "Etablissement public de santé", true, 3_000, "HOPITAL", "CENTRE HOSPITALIER"),
  NONPROFIT("SA03", "Etablissement privé PSPH", true, 700, "HOPITAL PRIVE"),
  CLINIC("SA04", "Etablissement privé non PSPH", true, 1_000, "CLINIQUE", "POLYCLINIQUE"),
  HEALTH_CENTRE("SA05", "Centre de santé", true, 2_500, "CENTRE DE SANTE"),
  DISABILITY(
      "SA16", "Etablissement pour personnes handicapées", true, 5_000, "IME", "FOYER", "ESAT"),
  CARE_HOME(
      "SA17",
      "Etablissement d'hébergement pour personnes âgées",
      true,
      7_500,
      "EHPAD",
      "RESIDENCE"),
  LABORATORY("SA25", "Laboratoire de biologie médicale", true, 4_000, "LABORATOIRE"),
  PHARMACY("SA33", "Pharmacie d'officine", true, 20_500, "PHARMACIE", "GRANDE PHARMACIE"),
  GROUP_PRACTICE(
      "SA08", "Cabinet de groupe", false, 30_000, "CABINET", "MAISON DE SANTE", "CENTRE MEDICAL"),
  APPLIANCE("SA42", "Appareillage médical", false, 14_000, "OPTIQUE", "AUDITION"),
  PRACTICE("SA07", "Cabinet individuel", false, 0, "CABINET");

  private final String sectorCode;
  private final String sector;
  private final boolean finess;
  private final int total;
  private final String names; // separated by |: an enum holds nothing mutable

  StructureKind(String sectorCode, String sector, boolean finess, int total, String... names) {
    this.sectorCode = sectorCode;
    this.sector = sector;
    this.finess = finess;
    this.total = total;
    this.names = String.join("|", names);
  }

  public String sectorCode() {
    return sectorCode;
  }

  public String sector() {
    return sector;
  }

  public boolean hasFiness() {
    return finess;
  }

  /** Whether many people work there. */
  public boolean large() {
    return this == HOSPITAL || this == NONPROFIT || this == CLINIC;
  }

  int total() {
    return total;
  }

  List<String> names() {
    return List.of(names.split("\\|", -1));
  }
}
