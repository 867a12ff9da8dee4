package fr.liaison.client.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.liaison.client.api.Practitioner;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that a signer of cards signed, once the signature is known to hold. Members we do not
 * know are ignored; one that must be there and is not makes it unreadable.
 */
record Payload(JsonNode json) {
  private static final int VERSION = 1;
  private static final List<String> REQUIRED =
      List.of("version", "issuedAt", "registerDate", "reachable", "digest", "card");
  private static final List<String> REQUIRED_OF_CARD =
      List.of(
          "id",
          "nationalId",
          "givenName",
          "familyName",
          "professionCode",
          "profession",
          "careProfession",
          "situations",
          "registerStatus",
          "source");

  private record Lists(
      @Nullable List<Skill> skills, @Nullable List<Qualification> qualifications) {}

  /** The moment the card names; before the signature was checked, only a claim. */
  Instant issuedAt() {
    return Instant.parse(json.path("issuedAt").asText());
  }

  CardStatement statement() throws JsonProcessingException {
    JsonNode card = json.path("card");
    if (json.path("version").asInt() != VERSION
        || !hasAll(json, REQUIRED)
        || !hasAll(card, REQUIRED_OF_CARD)) {
      throw new IllegalArgumentException("not a statement of this version");
    }
    Lists lists = ContractJson.mapper().treeToValue(card, Lists.class);
    JsonNode replacement = json.path("replacement");
    JsonNode mssante = json.path("mssante");
    return new CardStatement(
        issuedAt(),
        Bytes.parse(json.path("digest").asText()),
        person(card.deepCopy()),
        card.path("careProfession").asBoolean(),
        lists.skills(),
        lists.qualifications(),
        mssante.isBoolean() ? mssante.booleanValue() : null,
        replacement.isObject()
            ? ContractJson.mapper().treeToValue(replacement, Replacement.class)
            : null);
  }

  private Practitioner person(ObjectNode card) throws JsonProcessingException {
    card.set("registerDate", json.path("registerDate"));
    card.set("reachable", json.path("reachable"));
    return ContractJson.mapper().treeToValue(card, Practitioner.class);
  }

  private static boolean hasAll(JsonNode object, List<String> members) {
    return members.stream().allMatch(object::hasNonNull);
  }

  /** Keeps the person out of logs. */
  @Override
  public String toString() {
    return "Payload";
  }
}
