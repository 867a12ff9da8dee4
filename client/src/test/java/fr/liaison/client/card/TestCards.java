package fr.liaison.client.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.liaison.client.group.TestAuthority;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Signs cards as the directory does; tests may ask for unsound ones. */
public final class TestCards {
  static final PractitionerId ID = PractitionerId.parse("01990000-0000-7000-8000-000000000001");

  private final KeyPair keys;
  private List<Bytes> chain;

  private TestCards(KeyPair keys, List<Bytes> chain) {
    this.keys = keys;
    this.chain = chain;
  }

  TestCards(TestAuthority authority) throws Exception {
    this(authority, Duration.ofDays(30));
  }

  /** With a certificate that lasts so long. */
  public TestCards(TestAuthority authority, Duration valid) throws Exception {
    this(newKeys(), List.of());
    chain = List.of(authority.cardSigner(keys.getPublic(), valid));
  }

  /** Nobody vouches for it. */
  public static TestCards ofNobody() {
    try {
      return new TestCards(newKeys(), List.of());
    } catch (GeneralSecurityException missing) {
      throw new AssertionError(missing);
    }
  }

  /** The same key with other certificates. */
  TestCards bearing(Bytes... certificates) {
    return new TestCards(keys, List.of(certificates));
  }

  KeyPair keys() {
    return keys;
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /** A statement to change and sign: Minh NGUYEN, doctor in Rennes. */
  public static ObjectNode person(PractitionerId id, String nationalId) {
    String statement =
        """
        {"version":1,"issuedAt":"%s","registerDate":"2026-05-31","reachable":true,"mssante":true,
         "card":{"id":"%s","nationalId":"%s","givenName":"Minh","familyName":"NGUYEN",
          "civility":"Docteur","professionCode":"10","profession":"Médecin","careProfession":true,
          "situations":[{"structureId":"R1","structureName":"Maison de santé","town":"Rennes",
           "profession":"Médecin"}],
          "registerStatus":"active","source":"register","skills":[],"qualifications":[],
          "category":"civil"}}"""
            .formatted(TestAuthority.NOW, id, nationalId);
    try {
      return (ObjectNode) ContractJson.mapper().readTree(statement);
    } catch (JsonProcessingException mistyped) {
      throw new AssertionError(mistyped);
    }
  }

  static ObjectNode nguyen() {
    return person(ID, "810000000002");
  }

  static ObjectNode card(ObjectNode statement) {
    return (ObjectNode) statement.path("card");
  }

  /** As the service answers it. */
  public Map<String, Object> answer(ObjectNode statement) {
    return Map.of(
        "jws",
        sign(statement),
        "digest",
        digest(statement),
        "homonyms",
        Map.of("total", 3, "sameDepartment", 2, "sameTown", 1));
  }

  String sign(ObjectNode statement) {
    return sign(statement, Map.of());
  }

  /**
   * Signs what it is given.
   *
   * @param header what the header says instead
   */
  String sign(ObjectNode statement, Map<String, Object> header) {
    ObjectNode said = ContractJson.mapper().createObjectNode();
    said.put("alg", "ES256").put("typ", "liaison-card+jws");
    chain.forEach(
        one -> said.withArray("x5c").add(Base64.getEncoder().encodeToString(one.toArray())));
    header.forEach((name, value) -> said.set(name, ContractJson.mapper().valueToTree(value)));
    String signed = part(said) + "." + part(statement.deepCopy().put("digest", digest(statement)));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + Bytes.of(signature.sign()).toBase64Url();
    } catch (GeneralSecurityException unusable) {
      throw new AssertionError(unusable);
    }
  }

  static String part(ObjectNode json) {
    return Bytes.of(json.toString().getBytes(StandardCharsets.UTF_8)).toBase64Url();
  }

  private static String digest(ObjectNode statement) {
    try {
      byte[] card = statement.path("card").toString().getBytes(StandardCharsets.UTF_8);
      return Bytes.of(MessageDigest.getInstance("SHA-256").digest(card)).toBase64Url();
    } catch (GeneralSecurityException missing) {
      throw new AssertionError(missing);
    }
  }
}
