package fr.liaison.directory.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.Skill;
import fr.liaison.directory.search.TestPeople;
import fr.liaison.kit.database.Database;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CardResourceTest extends RunningService {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Exercise NURSE = new Exercise("60", "Infirmier", null, null);
  private static final TestPeople.At SAINT_DENIS =
      new TestPeople.At("97400", "Saint-Denis", "R97400", "Cabinet du Barachois");
  private static final TestPeople.At SAINT_PAUL =
      new TestPeople.At("97460", "Saint-Paul", "R97460", "Cabinet de la Baie");
  private static final TestPeople.At OTHER_SAINT_DENIS =
      new TestPeople.At("93200", "Saint-Denis", "R93200", "Centre de santé");

  @Inject Events events;
  @Inject TestPeople people;
  @Inject Database database;

  @AfterEach
  void forgetTestPeople() {
    people.departAll();
  }

  @Test
  void aCardIsSignedUpToTheTrustAnchor() throws Exception {
    Api claire = practitioner(CLAIRE_MOREAU);
    String id = idOf(KARIM_BENALI);

    Api.Answer answer = claire.get("/v1/practitioners/" + id + "/card");

    JsonWebSignature jws = verified(answer);
    assertThat(jws.getHeader("typ")).isEqualTo("liaison-card+jws");
    JsonNode statement = JSON.readTree(jws.getPayload());
    assertThat(statement.at("/version").asInt()).isEqualTo(1);
    assertThat(statement.at("/registerDate").asText()).isEqualTo("2026-11-20");
    assertThat(statement.at("/digest")).isEqualTo(answer.body().get("digest"));
    assertThat(statement.at("/card/id").asText()).isEqualTo(id);
    assertThat(statement.at("/card/familyName").asText()).isEqualTo("BENALI");
    assertThat(statement.at("/card/careProfession").asBoolean()).isTrue();
    assertThat(statement.at("/card/registerStatus").asText()).isEqualTo("active");
    assertThat(statement.at("/card/situations/0/town").asText()).isEqualTo("Nantes");
    assertThat(events.acts("directory.card", id)).anyMatch(act -> act.contains("\"signed\""));
  }

  @Test
  void aCardSaysWhetherThereIsAMailboxOutsideTheDigest() throws Exception {
    JsonNode without = statement(card(idOf(KARIM_BENALI)));
    String address = "karim.benali@card.mssante.example";
    database.run(
        transaction ->
            transaction.update(
                "insert into mailbox (owner, address, kind) values ($1, $2, 'PER')",
                KARIM_BENALI,
                address));
    try {
      Api.Answer answer = card(idOf(KARIM_BENALI));
      JsonNode with = statement(answer);

      assertThat(without.at("/mssante").asText()).isEqualTo("false");
      assertThat(with.at("/mssante").asText()).isEqualTo("true");
      assertThat(with.get("digest")).isEqualTo(without.get("digest"));
      assertThat(with.toString()).doesNotContain(address);
    } finally {
      database.run(
          transaction -> transaction.update("delete from mailbox where address = $1", address));
    }
  }

  private static JsonNode statement(Api.Answer answer) throws Exception {
    return JSON.readTree(verified(answer).getPayload());
  }

  @Test
  void theSignersCertificateIsNoDevicesAndNoAuthority() throws Exception {
    List<X509Certificate> chain = chain(card(idOf(KARIM_BENALI)));
    X509Certificate leaf = chain.getFirst();

    assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
    assertThat(leaf.getKeyUsage()[0]).isTrue();
    assertThat(leaf.getKeyUsage()[5]).isFalse();
    assertThat(leaf.getSubjectAlternativeNames())
        .singleElement()
        .satisfies(name -> assertThat(name.get(1)).isEqualTo("urn:liaison:card-signer"));
  }

  @Test
  void theDigestStaysWithTheContentAndChangesWithThePlace() throws Exception {
    UUID id = people.add("VAUQUELIN", "Odile", NURSE, SAINT_DENIS);
    String before = card(id).body().get("digest").asText();
    assertThat(card(id).body().get("digest").asText()).isEqualTo(before);

    database.run(
        transaction ->
            transaction.update(
                "update situation set town = 'Sainte-Marie' where practitioner_id = $1", id));

    Api.Answer moved = card(id);
    assertThat(moved.body().get("digest").asText()).isNotEqualTo(before);
    assertThat(JSON.readTree(verified(moved).getPayload()).at("/card/situations/0/town").asText())
        .isEqualTo("Sainte-Marie");
  }

  @Test
  void theOrderOfPlacesIsNoChangeOfTheCard() {
    UUID id = people.add("VAUQUELIN", "Odile", NURSE, SAINT_DENIS);
    database.run(
        transaction ->
            transaction.update(
                """
                insert into situation (practitioner_id, position, town, profession)
                values ($1, 2, 'Nantes', 'Infirmier')
                """,
                id));
    String before = card(id).body().get("digest").asText();

    database.run(
        transaction ->
            transaction.update(
                "update situation set position = 4 - position where practitioner_id = $1", id));

    assertThat(card(id).body().get("digest").asText()).isEqualTo(before);
  }

  @Test
  void skillsAndDiplomasAreSignedAndPartOfTheDigest() throws Exception {
    UUID id = people.add("VAUQUELIN", "Odile", NURSE, SAINT_DENIS);
    String before = card(id).body().get("digest").asText();
    Skill one = new Skill("SI01", "Pathologies chroniques", "Spécialité", "Infirmier");
    Skill other = new Skill("SI02", "Oncologie", "Spécialité", "Infirmier");
    Qualification diploma =
        new Qualification(
            Qualification.Kind.diploma, "DE Infirmier", "Diplôme d'Etat", null, "DE05", "DE");
    people.isListedWith(id, List.of(one, other), List.of());
    Api.Answer skilled = card(id);
    JsonNode signed = JSON.readTree(verified(skilled).getPayload());
    assertThat(signed.at("/card/skills").findValuesAsText("code")).containsExactly("SI01", "SI02");
    assertThat(signed.at("/card/qualifications").isArray()).isTrue();
    assertThat(signed.at("/card/qualifications")).isEmpty();
    String digest = skilled.body().get("digest").asText();
    assertThat(digest).isNotEqualTo(before);

    people.isListedWith(id, List.of(other, one), List.of());
    assertThat(card(id).body().get("digest").asText()).isEqualTo(digest);
    people.isListedWith(id, List.of(one, other), List.of(diploma));
    Api.Answer qualified = card(id);
    assertThat(qualified.body().get("digest").asText()).isNotEqualTo(digest);
    assertThat(
            JSON.readTree(verified(qualified).getPayload())
                .at("/card/qualifications/0/code")
                .asText())
        .isEqualTo("DE05");
    people.isListedWith(id, List.of(), List.of());
    assertThat(card(id).body().get("digest").asText()).isEqualTo(before);
  }

  @Test
  void homonymsAreCountedWhateverTheirAccentsAndByPlace() {
    UUID id = people.add("Lesénéchal", "Anne-Marie", NURSE, SAINT_DENIS);
    people.add("LE SENECHAL", "Anne Marie", NURSE, SAINT_DENIS);
    people.add("LESENECHAL", "Marie Anne", NURSE, SAINT_DENIS);
    people.add("LESENECHAL", "Anne Marie", NURSE, SAINT_DENIS);
    people.add("LESENECHAL", "Anne Marie", NURSE, SAINT_PAUL);
    people.add("LESENECHAL", "Anne Marie", NURSE, OTHER_SAINT_DENIS);

    JsonNode homonyms = card(id).body().get("homonyms");

    assertThat(homonyms.get("total").asInt()).isEqualTo(3);
    assertThat(homonyms.get("sameDepartment").asInt()).isEqualTo(2);
    assertThat(homonyms.get("sameTown").asInt()).isEqualTo(1);
  }

  @Test
  void aProfessionOutsideCareIsSaidToBeOne() throws Exception {
    UUID id =
        people.add(
            "VAUQUELIN", "Odile", new Exercise("73", "Chiropracteur", null, null), SAINT_PAUL);

    assertThat(
            JSON.readTree(verified(card(id)).getPayload())
                .at("/card/careProfession")
                .asBoolean(true))
        .isFalse();
    assertThat(card(id).body().at("/homonyms/total").asInt()).isZero();
  }

  @Test
  void whoeverLeftHasACardThatSaysSo() throws Exception {
    UUID id = people.add("VAUQUELIN", "Odile", NURSE, SAINT_PAUL);
    database.run(
        transaction ->
            transaction.update(
                """
                update practitioner set status = 'departed', departed_at = now(),
                  last_listed = date '2026-11-19' where id = $1
                """,
                id));

    JsonNode statement = JSON.readTree(verified(card(id)).getPayload());

    assertThat(statement.at("/card/registerStatus").asText()).isEqualTo("departed");
    assertThat(statement.at("/registerDate").asText()).isEqualTo("2026-11-19");
    assertThat(statement.at("/reachable").asBoolean(true)).isFalse();
  }

  @Test
  void unknownIdsMalformedIdsAndStrangersAreRefused() {
    String path = "/v1/practitioners/" + UUID.randomUUID() + "/card";
    assertThat(practitioner(CLAIRE_MOREAU).get(path).status()).isEqualTo(404);
    assertThat(practitioner(CLAIRE_MOREAU).get("/v1/practitioners/nobody/card").status())
        .isEqualTo(404);
    assertThat(Api.nobody().get(path).status()).isEqualTo(401);
    assertThat(administrator().get(path).status()).isEqualTo(403);
    assertThat(Api.as(TestTokens.practitioner("struck-off", STRUCK_OFF)).get(path).status())
        .isEqualTo(403);
  }

  private static Api.Answer card(Object id) {
    return practitioner(CLAIRE_MOREAU).get("/v1/practitioners/" + id + "/card");
  }

  private static List<X509Certificate> chain(Api.Answer answer) throws Exception {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setCompactSerialization(answer.body().get("jws").asText());
    return jws.getCertificateChainHeaderValue();
  }

  /** As a client verifies it: the chain to the pinned root, then the signature of its first key. */
  private static JsonWebSignature verified(Api.Answer answer) throws Exception {
    assertThat(answer.status()).isEqualTo(200);
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmConstraints(
        new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "ES256"));
    jws.setCompactSerialization(answer.body().get("jws").asText());
    List<X509Certificate> chain = jws.getCertificateChainHeaderValue();
    assertThat(chain).hasSize(2);
    chain.get(0).verify(chain.get(1).getPublicKey());
    chain.get(1).verify(root().getPublicKey());
    jws.setKey(chain.getFirst().getPublicKey());
    assertThat(jws.verifySignature()).isTrue();
    return jws;
  }

  private static X509Certificate root() throws Exception {
    byte[] der =
        Base64.getUrlDecoder()
            .decode(Api.nobody().get("/v1/trust-anchor").body().get("rootCertificate").asText());
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }
}
