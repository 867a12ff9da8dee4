package fr.liaison.client.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.liaison.client.card.CardVerdict.Cause;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.group.TestAuthority;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.contracts.json.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real signatures, P-256 under a root of the tests, over whole and unsound cards. */
class VerifyCardTest {
  private static final Duration DAY = Duration.ofDays(1);

  private TestAuthority authority;
  private TestCards cards;

  @BeforeEach
  void cards() throws Exception {
    authority = new TestAuthority();
    cards = new TestCards(authority);
  }

  @Test
  void aCardAsItWasSignedIsRead() {
    CardVerdict verdict = verify(cards.sign(TestCards.nguyen()));

    assertThat(verdict).isInstanceOf(CardVerdict.Genuine.class);
    CardStatement said = ((CardVerdict.Genuine) verdict).statement();
    assertThat(said.person().familyName()).isEqualTo("NGUYEN");
    assertThat(said.person().reachable()).isTrue();
    assertThat(said.person().registerDate()).isEqualTo("2026-05-31");
    assertThat(said.issuedAt()).isEqualTo(TestAuthority.NOW);
    assertThat(said.careProfession()).isTrue();
    assertThat(said.departed()).isFalse();
    assertThat(said.mssante()).isTrue();
    assertThat(said.skills()).isEmpty();
    assertThat(said.toString()).doesNotContain("NGUYEN");
  }

  @Test
  void theRootMayComeAlong() {
    Bytes own = Bytes.of(signer());

    assertThat(verify(cards.bearing(own, authority.root()).sign(TestCards.nguyen())))
        .isInstanceOf(CardVerdict.Genuine.class);
  }

  @Test
  void whatFormerCardsDidNotSayIsNotSaid() {
    ObjectNode former = TestCards.nguyen().without("mssante");
    TestCards.card(former).remove(List.of("skills", "qualifications", "category"));

    CardStatement said = ((CardVerdict.Genuine) verify(cards.sign(former))).statement();

    assertThat(said.mssante()).isNull();
    assertThat(said.skills()).isNull();
    assertThat(said.person().category()).isNull();
  }

  @Test
  void alteredBytesAreRefused() {
    String[] parts = cards.sign(TestCards.nguyen()).split("\\.");
    String text = new String(Bytes.parse(parts[1]).toArray(), StandardCharsets.UTF_8);
    byte[] forged = text.replace("NGUYEN", "NGUYAN").getBytes(StandardCharsets.UTF_8);
    byte[] flipped = Bytes.parse(parts[2]).toArray();
    flipped[9] ^= 1;

    refused(parts[0] + "." + Bytes.of(forged).toBase64Url() + "." + parts[2], Cause.ALTERED);
    refused(parts[0] + "." + parts[1] + "." + Bytes.of(flipped).toBase64Url(), Cause.ALTERED);
    refused(parts[0] + "." + parts[1] + ".", Cause.ALTERED);
    refused(parts[0] + "." + parts[1] + "." + Bytes.of(new byte[64]).toBase64Url(), Cause.ALTERED);
  }

  @Test
  void theSameWordsInOtherBytesAreRefused() {
    String[] parts = cards.sign(TestCards.nguyen()).split("\\.");
    String text = new String(Bytes.parse(parts[1]).toArray(), StandardCharsets.UTF_8);
    byte[] spaced =
        text.replace("\"version\":1", "\"version\": 1").getBytes(StandardCharsets.UTF_8);

    refused(parts[0] + "." + Bytes.of(spaced).toBase64Url() + "." + parts[2], Cause.ALTERED);
  }

  @Test
  void anotherKeyIsRefused() throws Exception {
    Bytes vouched = Bytes.of(signer());

    refused(TestCards.ofNobody().bearing(vouched).sign(TestCards.nguyen()), Cause.ALTERED);
    refused(new TestCards(new TestAuthority()).sign(TestCards.nguyen()), Cause.UNKNOWN_SIGNER);
    refused(cards.bearing(Bytes.of(new byte[] {1})).sign(TestCards.nguyen()), Cause.UNKNOWN_SIGNER);
    Bytes own = vouched;
    refused(cards.bearing(own, own, own, own).sign(TestCards.nguyen()), Cause.UNKNOWN_SIGNER);
  }

  @Test
  void aDeviceSignsNoCard() throws Exception {
    EnrolledDevice device = authority.enrol("P", "810000000002", DAY);

    refused(
        cards.bearing(device.certificateChain().getFirst()).sign(TestCards.nguyen()),
        Cause.UNKNOWN_SIGNER);
    refused(cards.bearing(authority.root()).sign(TestCards.nguyen()), Cause.UNKNOWN_SIGNER);
  }

  @Test
  void aCardOutsideItsSignersPeriodIsRefused() {
    refused(cards.sign(at(DAY.multipliedBy(-11))), Cause.SIGNER_PERIOD);
    refused(cards.sign(at(DAY.multipliedBy(31))), Cause.SIGNER_PERIOD);
    assertThat(verify(cards.sign(at(DAY.multipliedBy(29)))))
        .isInstanceOf(CardVerdict.Genuine.class);
  }

  @Test
  void theCardOfAnotherPersonIsRefused() {
    ObjectNode other = TestCards.person(new PractitionerId(UUID.randomUUID()), "810000000003");

    refused(cards.sign(other), Cause.OTHER_PERSON);
  }

  @Test
  void anotherAlgorithmKindOrVersionIsRefused() {
    ObjectNode said = TestCards.nguyen();

    refused(cards.sign(said, Map.of("alg", "none")), Cause.MALFORMED);
    refused(cards.sign(said, Map.of("alg", "HS256")), Cause.MALFORMED);
    refused(cards.sign(said, Map.of("typ", "JWT")), Cause.MALFORMED);
    refused(cards.sign(said, Map.of("crit", List.of("exp"))), Cause.MALFORMED);
    refused(cards.sign(said, Map.of("x5c", "")), Cause.MALFORMED);
    refused(cards.sign(said, Map.of("x5c", List.of(1))), Cause.MALFORMED);
    refused(cards.sign(said.deepCopy().put("version", 2)), Cause.MALFORMED);
    refused(cards.sign(said.deepCopy().without("card")), Cause.MALFORMED);
    refused(cards.sign(said.deepCopy().put("issuedAt", "yesterday")), Cause.MALFORMED);
    refused(cards.sign(said) + ".", Cause.MALFORMED);
    refused("", Cause.MALFORMED);
    refused("a.b.c", Cause.MALFORMED);
  }

  private byte[] signer() {
    try {
      return authority.cardSigner(cards.keys().getPublic(), DAY).toArray();
    } catch (Exception unwritable) {
      throw new AssertionError(unwritable);
    }
  }

  private static ObjectNode at(Duration later) {
    return TestCards.nguyen().put("issuedAt", TestAuthority.NOW.plus(later).toString());
  }

  private CardVerdict verify(String jws) {
    return VerifyCard.verify(jws, TestCards.ID, authority.root());
  }

  private void refused(String jws, Cause cause) {
    assertThat(verify(jws)).isEqualTo(new CardVerdict.Refuted(cause));
  }
}
