package fr.liaison.directory.practitioner;

import java.util.Map;

/**
 * Addresses of national nomenclatures (NOS, nomenclature of health objects) and of extensions of
 * the French profiles, which are read from the national interface and written to our own.
 */
public final class NationalCodes {
  /** Families of diplomas. */
  public static final String DIPLOMA_TYPE = nos("TRE_R14-TypeDiplome");

  /** Authorisations to practise. */
  public static final String AUTHORISATION = nos("TRE_R17-TypeAutorisation");

  /** Types of mailboxes: PER, ORG, APP, CAB. */
  public static final String MAILBOX_TYPE = nos("TRE_R257-TypeBAL");

  /** What is said of an MSSanté mailbox beside its address. */
  public static final String MAILBOX =
      "https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/as-ext-mailbox-mss-metadata";

  /** Which system the diplomas of a family are of, by the code of the family. */
  public static final Map<String, String> DIPLOMAS =
      Map.of(
          "DE", nos("TRE_R48-DiplomeEtatFrancais"),
          "DES", nos("TRE_R49-DiplomeEtudeSpecialisee"),
          "DESC1", nos("TRE_R50-DESCGroupe1Diplome"),
          "DESC2", nos("TRE_R51-DESCGroupe2Diplome"),
          "CAPA", nos("TRE_R52-CapaciteDiplome"),
          "DEEE", nos("TRE_R53-DiplomePaysEEE"),
          "DU", nos("TRE_R54-DiplomeUniversiteInterUniversitaire"),
          "CES", nos("TRE_R55-CertificatEtudeSpeciale"),
          "ATT", nos("TRE_R56-Attestation"),
          "DEES", nos("TRE_R57-DiplomeEuropeenEtudeSpecialisee"));

  private NationalCodes() {}

  public static String nos(String name) {
    return "https://mos.esante.gouv.fr/NOS/" + name + "/FHIR/" + name.replace('_', '-');
  }
}
