package fr.liaison.audit.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes the leaf of an act: what anybody may see of it, and a salted commitment to all of it. Each
 * sealing draws a fresh salt, so sealing the same act twice gives two unrelated leaves.
 */
@ApplicationScoped
public class SealAct {

  /** The version of the leaf format. */
  static final int VERSION = 1;

  private static final int SALT_BYTES = 32;
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private final Pseudonyms pseudonyms;
  private final SecureRandom random = new SecureRandom();
  private final ObjectMapper sorted =
      ContractJson.mapper().copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  SealAct(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  public SealedAct seal(ActRecorded act) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    String payload = json(sorted.convertValue(act, FIELDS));
    byte[] leaf = json(leaf(act, commitment(salt, payload))).getBytes(StandardCharsets.UTF_8);
    return new SealedAct(act, Bytes.of(leaf), Bytes.of(salt), payload);
  }

  /** SHA-256 over the salt and the UTF-8 payload, in base64url. */
  static String commitment(byte[] salt, String payload) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(digest.digest(payload.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private Map<String, Object> leaf(ActRecorded act, String commitment) {
    Instant time = act.time();
    Map<String, Object> leaf = new TreeMap<>();
    leaf.put("v", VERSION);
    leaf.put("id", act.actId().toString());
    leaf.put("time", time.truncatedTo(ChronoUnit.HOURS).toString());
    leaf.put("service", act.service());
    leaf.put("action", act.action());
    leaf.put("outcome", act.outcome().name());
    leaf.put("commitment", commitment);
    actor(act.actor()).ifPresent(id -> leaf.put("actor", pseudonyms.of("actor", id, time)));
    var object = act.object();
    if (object != null) {
      leaf.put("object", pseudonyms.of("object", object.type() + '\n' + object.id(), time));
    }
    var conversation = act.conversationId();
    if (conversation != null) {
      leaf.put("conversation", pseudonyms.of("conversation", conversation.toString(), time));
    }
    return leaf;
  }

  private static Optional<String> actor(ActRecorded.Actor actor) {
    return Optional.ofNullable(actor.accountId())
        .or(() -> Optional.ofNullable(actor.nationalId()))
        .or(() -> Optional.ofNullable(actor.practitionerId()).map(Object::toString));
  }

  private String json(Map<String, Object> fields) {
    try {
      return sorted.writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a map of texts is writable as JSON", impossible);
    }
  }
}
