package fr.liaison.client.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.client.card.CardVerdict.Cause;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a card signed as a compact JWS (RFC 7515): ES256, by a card signer whom the pinned root
 * vouches for at the moment the card names. It is the bytes as served that are checked. Fails
 * closed, never throws; what it finds in a card that is refuted it does not tell.
 */
public final class VerifyCard {
  private static final String TYPE = "liaison-card+jws";
  private static final int SIGNATURE_LENGTH = 64;
  private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]*");

  private VerifyCard() {}

  /** The three parts as they came, the first two read; which is not to believe them. */
  private record Parts(String signed, List<Bytes> chain, Payload payload, Bytes signature) {
    @Override
    public String toString() {
      return "Parts";
    }
  }

  /**
   * Judges one card.
   *
   * @param id whose card it has to be
   * @param root DER of the trust anchor pinned at enrolment
   */
  public static CardVerdict verify(String jws, PractitionerId id, Bytes root) {
    Parts parts;
    Instant issuedAt;
    try {
      parts = read(jws);
      issuedAt = parts.payload().issuedAt();
    } catch (JsonProcessingException
        | CharacterCodingException
        | IllegalArgumentException
        | DateTimeException unreadable) {
      return new CardVerdict.Refuted(Cause.MALFORMED);
    }
    return fault(parts, issuedAt, root)
        .<CardVerdict>map(CardVerdict.Refuted::new)
        .orElseGet(() -> statement(parts.payload(), id));
  }

  private static Optional<Cause> fault(Parts parts, Instant issuedAt, Bytes root) {
    try {
      SignerChain chain = SignerChain.verified(parts.chain(), root);
      if (!chain.isValidAt(issuedAt)) {
        return Optional.of(Cause.SIGNER_PERIOD);
      }
      return isSigned(parts, chain.key()) ? Optional.empty() : Optional.of(Cause.ALTERED);
    } catch (GeneralSecurityException | RuntimeException unsound) {
      return Optional.of(Cause.UNKNOWN_SIGNER);
    }
  }

  private static Parts read(String jws) throws JsonProcessingException, CharacterCodingException {
    String[] texts = jws.split("\\.", -1);
    if (texts.length != 3) {
      throw new IllegalArgumentException("not a compact JWS");
    }
    JsonNode header = json(texts[0]);
    boolean known =
        header.path("alg").asText().equals("ES256") && header.path("typ").asText().equals(TYPE);
    if (!known || header.has("crit") || !header.path("x5c").isArray()) {
      throw new IllegalArgumentException("not the header of a card");
    }
    List<Bytes> chain = new ArrayList<>();
    // x5c is the one place where RFC 7515 has plain base64.
    header.path("x5c").forEach(one -> chain.add(plain(one)));
    return new Parts(
        texts[0] + "." + texts[1], chain, new Payload(json(texts[1])), base64Url(texts[2]));
  }

  private static Bytes plain(JsonNode text) {
    return Bytes.of(Base64.getDecoder().decode(text.isTextual() ? text.textValue() : "?"));
  }

  private static Bytes base64Url(String text) {
    if (!BASE64URL.matcher(text).matches()) {
      throw new IllegalArgumentException("not base64url");
    }
    return Bytes.parse(text);
  }

  private static JsonNode json(String part)
      throws JsonProcessingException, CharacterCodingException {
    String text =
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(base64Url(part).toArray()))
            .toString();
    return ContractJson.mapper()
        .reader()
        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .readTree(text);
  }

  private static boolean isSigned(Parts parts, PublicKey key) throws GeneralSecurityException {
    if (parts.signature().length() != SIGNATURE_LENGTH) {
      return false;
    }
    Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
    check.initVerify(key);
    check.update(parts.signed().getBytes(StandardCharsets.US_ASCII));
    try {
      return check.verify(parts.signature().toArray());
    } catch (GeneralSecurityException outOfRange) {
      return false;
    }
  }

  private static CardVerdict statement(Payload payload, PractitionerId id) {
    try {
      CardStatement statement = payload.statement();
      return statement.person().id().equals(id)
          ? new CardVerdict.Genuine(statement)
          : new CardVerdict.Refuted(Cause.OTHER_PERSON);
    } catch (JsonProcessingException | IllegalArgumentException unreadable) {
      return new CardVerdict.Refuted(Cause.MALFORMED);
    }
  }
}
