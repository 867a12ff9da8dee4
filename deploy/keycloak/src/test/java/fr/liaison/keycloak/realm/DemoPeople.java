package fr.liaison.keycloak.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the realm files and the simulator's page must say about the people of demo-people.json. */
final class DemoPeople {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final String DOCTOR = "10";

  private DemoPeople() {}

  static JsonNode read(String file) throws IOException {
    return JSON.readTree(Files.readString(Path.of(file)));
  }

  static JsonNode all() throws IOException {
    return read("src/main/resources/demo-people.json");
  }

  /** A user of the simulator, whose attributes become the claims of Pro Santé Connect. */
  static ObjectNode simulatorUser(JsonNode person) throws IOException {
    ObjectNode user = JSON.createObjectNode();
    user.set("username", person.get("nationalId"));
    user.put("enabled", true);
    user.set("firstName", person.get("givenName"));
    user.set("lastName", person.get("familyName"));
    ObjectNode attributes = user.putObject("attributes");
    JsonNode work = person.at("/exercises/0/activities/0");
    attribute(attributes, "SubjectNameID", person.get("nationalId").asText());
    ArrayNode roles = attributes.putArray("SubjectRole");
    person
        .get("exercises")
        .forEach(e -> roles.add(e.get("professionCode").asText() + "^1.2.250.1.213.1.1.5.5"));
    attribute(attributes, "PSI_Locale", "1.2.250.1.213.1.3.1.1");
    attribute(attributes, "UITVersion", "1.0");
    attribute(
        attributes, "Secteur_Activite", work.get("sectorCode").asText() + "^1.2.250.1.71.4.2.4");
    attribute(attributes, "Palier_Authentification", "APPPRIP3^1.2.250.1.213.1.5.1.1.1");
    attribute(attributes, "Acces_Regulation_Medicale", "FAUX");
    attribute(attributes, "Mode_Acces_Raison", "");
    attribute(attributes, "SubjectOrganization", work.get("structureName").asText());
    attribute(attributes, "SubjectOrganizationID", "");
    attribute(attributes, "otherIds", JSON.writeValueAsString(otherId(person)));
    attribute(attributes, "SubjectRefPro", JSON.writeValueAsString(refPro(person)));
    String assurance = person.get("assurance").asText();
    if (!assurance.isEmpty()) {
      attribute(attributes, "acr", assurance);
    }
    password(user, person);
    return user;
  }

  /** A user of the realm itself. */
  static ObjectNode staffUser(JsonNode person) {
    ObjectNode user = JSON.createObjectNode();
    user.set("username", person.get("username"));
    user.put("enabled", true);
    user.set("firstName", person.get("givenName"));
    user.set("lastName", person.get("familyName"));
    if (person.has("nationalId")) {
      attribute(user.putObject("attributes"), "nationalId", person.get("nationalId").asText());
    }
    user.set("realmRoles", person.get("roles"));
    password(user, person);
    return user;
  }

  /** A button of the simulator's page. */
  static ObjectNode button(JsonNode person) {
    JsonNode first = person.at("/exercises/0");
    String title = first.get("professionCode").asText().equals(DOCTOR) ? "Dr " : "";
    StringBuilder work = new StringBuilder();
    for (JsonNode exercise : person.get("exercises")) {
      String skill = exercise.get("savoirFaire").asText();
      work.append(work.isEmpty() ? "" : ", ")
          .append(exercise.get("profession").asText())
          .append(skill.isEmpty() ? "" : " – " + skill);
    }
    ObjectNode button = JSON.createObjectNode();
    button.set("id", person.get("nationalId"));
    button.put(
        "name", title + person.get("givenName").asText() + " " + person.get("familyName").asText());
    button.put("profession", work.toString());
    button.set("town", first.at("/activities/0/town"));
    button.put(
        "note",
        person.get("struckOff").asBoolean()
            ? "struckOff"
            : person.get("assurance").asText().isEmpty() ? "noLevel" : "");
    return button;
  }

  private static ObjectNode otherId(JsonNode person) {
    return JSON.createObjectNode()
        .put("identifiant", person.get("nationalId").asText())
        .put("origine", "RPPS")
        .put("qualite", 1);
  }

  private static ObjectNode refPro(JsonNode person) {
    ObjectNode ref = JSON.createObjectNode();
    ref.set("codeCivilite", person.get("civility"));
    ArrayNode exercises = ref.putArray("exercices");
    for (JsonNode from : person.get("exercises")) {
      ObjectNode exercise = exercises.addObject();
      exercise.set("codeProfession", from.get("professionCode"));
      exercise.set("codeCategorieProfessionnelle", from.get("categoryCode"));
      exercise.set("codeCiviliteDexercice", from.get("exerciseCivility"));
      exercise.set("nomDexercice", person.get("familyName"));
      exercise.set("prenomDexercice", person.get("givenName"));
      exercise.set("codeTypeSavoirFaire", from.get("savoirFaireTypeCode"));
      exercise.set("codeSavoirFaire", from.get("savoirFaireCode"));
      ArrayNode activities = exercise.putArray("activities");
      from.get("activities").forEach(activity -> activities.add(activity(activity)));
    }
    return ref;
  }

  /** Pro Santé Connect sends every field, most of them empty. */
  private static ObjectNode activity(JsonNode from) {
    ObjectNode activity = JSON.createObjectNode();
    activity.set("codeModeExercice", from.get("modeCode"));
    activity.set("codeSecteurDactivite", from.get("sectorCode"));
    activity.set("codeSectionPharmacien", from.get("pharmacistSectionCode"));
    activity.put("codeRole", "");
    activity.set("codeGenreActivite", from.get("activityCode"));
    activity.set("numeroSiretSite", from.get("siret"));
    String siret = from.get("siret").asText();
    activity.put("numeroSirenSite", siret.isEmpty() ? "" : siret.substring(0, 9));
    activity.set("numeroFinessSite", from.get("finess"));
    activity.put("numeroFinessetablissementJuridique", "");
    activity.set("identifiantTechniqueDeLaStructure", from.get("structureId"));
    activity.set("raisonSocialeSite", from.get("structureName"));
    activity.put("enseigneCommercialeSite", "");
    activity.put("complementDestinataire", "");
    activity.put("complementPointGeographique", "");
    activity.set("numeroVoie", from.get("streetNumber"));
    activity.put("indiceRepetitionVoie", "");
    activity.set("codeTypeDeVoie", from.get("streetTypeCode"));
    activity.set("libelleVoie", from.get("street"));
    activity.put("mentionDistribution", "");
    activity.put("bureauCedex", "");
    activity.set("codePostal", from.get("postalCode"));
    activity.set("codeCommune", from.get("communeCode"));
    activity.put("codePays", "");
    activity.put("telephone", "");
    activity.put("telephone2", "");
    activity.put("telecopie", "");
    activity.put("adresseEMail", "");
    activity.set("codeDepartement", from.get("departmentCode"));
    activity.put("ancienIdentifiantDeLaStructure", "");
    activity.put("autoriteDenregistrement", "");
    return activity;
  }

  private static void attribute(ObjectNode attributes, String name, String value) {
    attributes.putArray(name).add(value);
  }

  private static void password(ObjectNode user, JsonNode person) {
    user.putArray("credentials")
        .addObject()
        .put("type", "password")
        .put("value", person.get("password").asText())
        .put("temporary", false);
  }
}
