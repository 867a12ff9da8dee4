package fr.liaison.directory.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.register.layout.ActivityColumn;
import fr.liaison.register.layout.Luhn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes the shipped register of fictional people in the 56-column format: the demonstration
 * people, 240 others with numbers of the reserved range 99700, and every defect real files were
 * seen to have. The same seed gives the same bytes; a test compares them with the committed file.
 */
public final class SyntheticRegister {
  public static final String HEADER = fr.liaison.register.layout.Row.header(ActivityColumn.class);

  private static final List<String> COLUMNS = List.of(HEADER.split("\\|", -1));
  private static final long SEED = 20261120;
  private static final int PEOPLE = 240;

  private static final List<String> FAMILY_NAMES =
      List.of(
          "ABADIE",
          "AMBROISE",
          "ARNOUX",
          "AUBERTIN",
          "BARTHELEMY",
          "BELHADJ",
          "BERTHOU",
          "BOISSY",
          "BOURGEOIS",
          "BRIAND",
          "CADIOU",
          "CHÂTELAIN",
          "COSTA",
          "D'ALMEIDA",
          "DE LA TOUR",
          "DELAUNAY",
          "DIALLO",
          "DUPRÉ",
          "ÉVRARD",
          "FAVREAU",
          "FERNANDEZ",
          "FRANÇOIS",
          "GALLAND",
          "GÉRAUD",
          "GUÉRIN",
          "HERVÉ",
          "IMBERT",
          "JAOUEN",
          "KERMARREC",
          "LACHÈZE",
          "LE GOFF",
          "LEMOINE",
          "L'HOSTIS",
          "MAÎTREJEAN",
          "MARTINEAU",
          "MASSÉ",
          "NGUYEN",
          "NOËL",
          "OLIVEIRA",
          "ŒUVRARD",
          "PAPIN",
          "PELTIER",
          "QUÉMENER",
          "RENAUDIN",
          "SAINT-MARTIN",
          "SYLLA",
          "TANGUY-DUVAL",
          "TRAORÉ",
          "VALLÉE",
          "WEBER",
          "YILMAZ",
          "ZIMMERMANN");
  private static final List<String> GIVEN_NAMES =
      List.of(
          "Adèle",
          "Amine",
          "Anaïs",
          "Anne-Laure",
          "Baptiste",
          "Béatrice",
          "Camille",
          "Chloé",
          "Cyril",
          "Denis",
          "Élodie",
          "Émile",
          "Fanny",
          "François-Xavier",
          "Gaëlle",
          "Hélène",
          "Ibrahim",
          "Jean-Noël",
          "Jérôme",
          "Kenza",
          "Loïc",
          "Maël",
          "Margaux",
          "Maud",
          "Mehdi",
          "Noémie",
          "Océane",
          "Pierre-Yves",
          "Raphaël",
          "Séverine",
          "Solène",
          "Tiphaine",
          "Ulysse",
          "Valérie",
          "Xavier",
          "Yasmine");
  private static final List<List<String>> PROFESSIONS =
      List.of(
          List.of("10", "Médecin", "S", "Spécialité ordinale", "SM54", "Médecine générale"),
          List.of("10", "Médecin", "S", "Spécialité ordinale", "SM40", "Pédiatrie"),
          List.of("10", "Médecin", "S", "Spécialité ordinale", "SM42", "Psychiatrie"),
          List.of("10", "Médecin", "S", "Spécialité ordinale", "SM44", "Radio-diagnostic"),
          List.of("60", "Infirmier", "", "", "", ""),
          List.of("60", "Infirmier", "", "", "", ""),
          List.of("60", "Infirmier", "", "", "", ""),
          List.of("21", "Pharmacien", "", "", "", ""),
          List.of("70", "Masseur-Kinésithérapeute", "", "", "", ""),
          List.of("50", "Sage-Femme", "", "", "", ""),
          List.of("40", "Chirurgien-Dentiste", "", "", "", ""),
          List.of("91", "Orthophoniste", "", "", "", ""));
  private static final List<List<String>> TOWNS =
      List.of(
          List.of("44000", "44109", "Nantes"),
          List.of("44600", "44184", "Saint-Nazaire"),
          List.of("35000", "35238", "Rennes"),
          List.of("49000", "49007", "Angers"),
          List.of("85000", "85191", "La Roche-sur-Yon"),
          List.of("56100", "56121", "Lorient"),
          List.of("75009", "75109", "Paris 9e Arrondissement"),
          List.of("69003", "69383", "Lyon 3e Arrondissement"),
          List.of("31200", "31555", "Toulouse"),
          List.of("13005", "13205", "Marseille 5e Arrondissement"),
          List.of("29200", "29019", "Brest"),
          List.of("76600", "76351", "Le Havre"));
  private static final List<String> STRUCTURES =
      List.of(
          "CABINET DU CANAL",
          "MAISON DE SANTE DES QUATRE VENTS",
          "CENTRE DE SOINS DU PARC",
          "CLINIQUE DES OLIVIERS",
          "HOPITAL DE LA RIVE",
          "CABINET \"LES GLYCINES\"",
          "SELARL MARTIN & ASSOCIES",
          "PHARMACIE DE L'EGLISE");

  private static final int LOCUM_EVERY = 6;

  private final Random random = new Random(SEED);
  private final List<String> lines = new ArrayList<>();
  private int next = 100;

  private SyntheticRegister() {}

  /** Overwrites the shipped file, after changing this class or the demonstration people. */
  static void write() throws IOException {
    Files.createDirectories(shipped().getParent());
    Files.writeString(shipped(), text(), StandardCharsets.UTF_8);
  }

  static Path shipped() {
    return root()
        .resolve(
            "directory-service/src/main/resources/register/PS_LibreAcces_Personne_activite_202611200730.txt");
  }

  static Path root() {
    return Path.of(System.getProperty("liaison.root", ".."));
  }

  static JsonNode demoPeople() throws IOException {
    return new ObjectMapper()
        .readTree(root().resolve("deploy/keycloak/src/main/resources/demo-people.json").toFile());
  }

  public static String text() throws IOException {
    SyntheticRegister register = new SyntheticRegister();
    register.lines.add(HEADER);
    register.addDemoPeople(demoPeople());
    for (int i = 0; i < PEOPLE; i++) {
      register.addPerson(i);
    }
    register.addHomonyms();
    register.addDefects();
    return String.join("\n", register.lines) + "\n";
  }

  private void addDemoPeople(JsonNode people) {
    for (JsonNode person : people.get("register")) {
      if (person.get("struckOff").asBoolean()) {
        continue;
      }
      for (JsonNode exercise : person.get("exercises")) {
        for (JsonNode activity : exercise.get("activities")) {
          lines.add(demoRow(person, exercise, activity));
        }
      }
    }
    for (JsonNode staff : people.get("staff")) {
      if (staff.has("nationalId")) {
        lines.add(staffRow(staff));
      }
    }
  }

  private static String demoRow(JsonNode person, JsonNode exercise, JsonNode activity) {
    return Row.of("8", text(person, "rpps"))
        .with("Code civilité d'exercice", text(exercise, "exerciseCivility"))
        .with(
            "Libellé civilité d'exercice",
            text(exercise, "exerciseCivility").equals("DR") ? "Docteur" : "")
        .person(text(person, "civility"), text(person, "familyName"), text(person, "givenName"))
        .profession(
            List.of(
                text(exercise, "professionCode"),
                text(exercise, "profession"),
                text(exercise, "savoirFaireTypeCode"),
                text(exercise, "savoirFaireType"),
                text(exercise, "savoirFaireCode"),
                text(exercise, "savoirFaire")))
        .with("Code mode exercice", text(activity, "modeCode"))
        .with("Libellé mode exercice", text(activity, "mode"))
        .with("Numéro SIRET site", text(activity, "siret"))
        .with("Numéro FINESS site", text(activity, "finess"))
        .with("Identifiant technique de la structure", text(activity, "structureId"))
        .with("Raison sociale site", text(activity, "structureName"))
        .with("Numéro Voie (coord. structure)", text(activity, "streetNumber"))
        .with("Code type de voie (coord. structure)", text(activity, "streetTypeCode"))
        .with("Libellé Voie (coord. structure)", text(activity, "street"))
        .with("Code postal (coord. structure)", text(activity, "postalCode"))
        .with("Code commune (coord. structure)", text(activity, "communeCode"))
        .with("Libellé commune (coord. structure)", text(activity, "town"))
        .with("Code Département (structure)", text(activity, "departmentCode"))
        .with("Code secteur d'activité", text(activity, "sectorCode"))
        .with("Libellé secteur d'activité", text(activity, "sector"))
        .with("Code section tableau pharmaciens", text(activity, "pharmacistSectionCode"))
        .with("Code genre activité", text(activity, "activityCode"))
        .with("Libellé genre activité", text(activity, "activity"))
        .line();
  }

  private static String staffRow(JsonNode staff) {
    String nationalId = text(staff, "nationalId");
    return Row.of(nationalId.substring(0, 1), nationalId.substring(1))
        .person(text(staff, "civility"), text(staff, "familyName"), text(staff, "givenName"))
        .profession(
            List.of(text(staff, "professionCode"), text(staff, "profession"), "", "", "", ""))
        .with("Identifiant technique de la structure", text(staff, "structureId"))
        .with("Raison sociale site", text(staff, "structureName"))
        .with("Code postal (coord. structure)", text(staff, "postalCode"))
        .with("Libellé commune (coord. structure)", text(staff, "town"))
        .line();
  }

  private void addPerson(int index) {
    String family = FAMILY_NAMES.get(index % FAMILY_NAMES.size());
    String given = pick(GIVEN_NAMES);
    List<String> profession = pick(PROFESSIONS);
    String rpps = newRpps();
    int places = random.nextInt(8) == 0 ? 2 : 1;
    for (int place = 0; place < places; place++) {
      Row row = practising(rpps, family, given, profession, pick(TOWNS), pick(STRUCTURES));
      lines.add((index % LOCUM_EVERY == 0 ? locum(row) : row).line());
    }
  }

  private static Row locum(Row row) {
    return row.with("Code rôle", "FON-22")
        .with("Libellé rôle", "Remplaçant")
        .with("Code genre activité", "GENR02")
        .with("Libellé genre activité", "Remplacement");
  }

  private Row practising(
      String rpps,
      String family,
      String given,
      List<String> profession,
      List<String> town,
      String structure) {
    return Row.of("8", rpps)
        .person(random.nextBoolean() ? "MME" : "M", family, given)
        .profession(profession)
        .with("Code mode exercice", "L")
        .with("Libellé mode exercice", "Libéral")
        .with("Identifiant technique de la structure", "R" + rpps + "01")
        .with("Raison sociale site", structure)
        .with("Numéro Voie (coord. structure)", Integer.toString(1 + random.nextInt(99)))
        .with("Code type de voie (coord. structure)", "R")
        .with("Libellé type de voie (coord. structure)", "Rue")
        .with("Libellé Voie (coord. structure)", "R DES ACACIAS")
        .with("Code postal (coord. structure)", town.get(0))
        .with("Code commune (coord. structure)", town.get(1))
        .with("Libellé commune (coord. structure)", town.get(2))
        .with("Code secteur d'activité", "SA07")
        .with("Libellé secteur d'activité", "Cabinet individuel")
        .with("Code genre activité", "GENR01")
        .with("Libellé genre activité", "Activité de soin et de pharmacie");
  }

  /** Eight people of the same name in one department, told apart by profession and town. */
  private void addHomonyms() {
    for (int i = 0; i < 8; i++) {
      lines.add(
          practising(
                  newRpps(),
                  "LEFEBVRE",
                  "Sophie",
                  PROFESSIONS.get(i),
                  TOWNS.get(i % 4),
                  STRUCTURES.get(i))
              .line());
    }
  }

  private void addDefects() {
    List<String> gp = PROFESSIONS.getFirst();
    List<String> nurse = PROFESSIONS.get(4);
    List<String> town = TOWNS.getFirst();
    // Usable, though odd.
    String twice = practising(newRpps(), "DOUBLON", "Aline", gp, town, "CABINET DU LAC").line();
    lines.add(twice);
    lines.add(twice);
    lines.add(practising(newRpps(), "O\"BRIEN", "Éric", gp, town, "CABINET \\ DU \"PORT").line());
    lines.add(Row.of("8", newRpps()).person("MME", "RETRAITE", "Odile").profession(gp).line());
    lines.add(
        practising(newRpps(), "SANSID", "Paule", nurse, town, "CABINET SANS NUMERO")
            .with("Identifiant technique de la structure", "")
            .line());
    lines.add(
        practising(newRpps(), "CEDEX", "Alain", gp, town, "CENTRE HOSPITALIER DE LA PLAINE")
            .with("Libellé commune (coord. structure)", "")
            .with("Bureau cedex (coord. structure)", "44093 NANTES CEDEX 1")
            .with("Numéro Voie (coord. structure)", "P")
            .line());
    lines.add(
        practising(newRpps(), "FRONTALIER", "Greta", gp, town, "PRAXIS AM SEE")
            .with("Code postal (coord. structure)", "GL")
            .with("Code commune (coord. structure)", "")
            .with("Libellé commune (coord. structure)", "Genève")
            .with("Code pays (coord. structure)", "99132")
            .with("Libellé pays (coord. structure)", "Suisse")
            .line());
    lines.add(
        practising(newRpps(), "E\u0301TIENNE", "Rene\u0301e", nurse, town, "CABINET DECOMPOSE")
            .line());
    lines.add(
        Row.of("0", Luhn.complete("44970001"))
            .person("M", "OPTIQUE", "Louis")
            .profession(List.of("28", "Opticien-lunetier", "", "", "", ""))
            .line());
    String broken =
        practising(newRpps(), "BRISÉ", "Luc", gp, town, "CABINET EN DEUX LIGNES").line();
    lines.add(broken.replace("CABINET EN DEUX LIGNES", "CABINET EN\nDEUX LIGNES"));
    lines.add("");
    // Unusable.
    lines.add(practising("10102727017", "SANSCLE", "Zoé", gp, town, "CABINET FAUX").line());
    lines.add(
        practising(newRpps(), "DECALE", "Yves", gp, town, "CABINET FAUX")
            .with("Identification nationale PP", "899700000000")
            .line());
    lines.add(practising(newRpps(), "", "Anonyme", gp, town, "CABINET FAUX").line());
    lines.add(
        practising(newRpps(), "SANSMETIER", "Ugo", gp, town, "CABINET FAUX")
            .with("Code profession", "")
            .line());
    lines.add(practising(newRpps(), "TROPLARGE", "Max", gp, town, "CABINET FAUX").line() + "|x");
    String cut = practising(newRpps(), "COUPÉ", "Guy", gp, town, "CABINET FAUX").line();
    lines.add(cut.substring(0, cut.indexOf("CABINET")));
    lines.add(practising(newRpps(), "DERNIER", "Zacharie", gp, town, "CABINET DU BOUT").line());
  }

  private String newRpps() {
    return Luhn.complete("99700" + "%05d".formatted(next++));
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  /** One row under construction; cells not set are empty. */
  public static final class Row {
    private static final Map<String, String> CIVILITIES = Map.of("M", "Monsieur", "MME", "Madame");
    private final List<String> cells = new ArrayList<>(COLUMNS.stream().map(c -> "").toList());

    public static Row of(String type, String identifier) {
      return new Row()
          .with("Type d'identifiant PP", type)
          .with("Identifiant PP", identifier)
          .with("Identification nationale PP", type + identifier)
          .with("Code catégorie professionnelle", "C")
          .with("Libellé catégorie professionnelle", "Civil");
    }

    public Row person(String civility, String familyName, String givenName) {
      return with("Code civilité", civility)
          .with("Libellé civilité", CIVILITIES.getOrDefault(civility, ""))
          .with("Nom d'exercice", familyName)
          .with("Prénom d'exercice", givenName);
    }

    public Row profession(List<String> profession) {
      return with("Code profession", profession.get(0))
          .with("Libellé profession", profession.get(1))
          .with("Code type savoir-faire", profession.get(2))
          .with("Libellé type savoir-faire", profession.get(3))
          .with("Code savoir-faire", profession.get(4))
          .with("Libellé savoir-faire", profession.get(5));
    }

    public Row with(String column, String value) {
      cells.set(COLUMNS.indexOf(column), value);
      return this;
    }

    public String line() {
      return String.join("|", cells);
    }
  }
}
