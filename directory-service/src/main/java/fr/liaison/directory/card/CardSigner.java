package fr.liaison.directory.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.directory.device.CertificateAuthority;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Signs cards with a key that this instance made and that never leaves its memory; the chain to the
 * trust anchor travels in each card. Safe for concurrent use.
 */
@ApplicationScoped
public class CardSigner {
  static final String TYPE = "liaison-card+jws";

  private final CertificateAuthority authority;
  private final Duration validity;
  private @Nullable Signer signer;

  CardSigner(CertificateAuthority authority, CardConfig config) {
    this.authority = authority;
    this.validity = config.signerValidity();
  }

  private record Signer(KeyPair keys, List<X509Certificate> chain, Instant replaceAt) {
    /** Not when the clock was ahead as the key was made: verifiers would refuse what it signs. */
    boolean signsAt(Instant now) {
      return !now.isAfter(replaceAt) && !now.isBefore(chain.getFirst().getNotBefore().toInstant());
    }
  }

  String sign(CardStatement statement) {
    Signer with = signer(statement.issuedAt());
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    jws.setHeader("typ", TYPE);
    jws.setCertificateChainHeaderValue(with.chain().toArray(X509Certificate[]::new));
    jws.setKey(with.keys().getPrivate());
    try {
      jws.setPayload(ContractJson.mapper().writeValueAsString(statement));
      return jws.getCompactSerialization();
    } catch (JoseException | JsonProcessingException unexpected) {
      throw new IllegalStateException("a card could not be signed", unexpected);
    }
  }

  private synchronized Signer signer(Instant now) {
    Signer current = signer;
    if (current == null || !current.signsAt(now)) {
      KeyPair keys = newKeys();
      List<X509Certificate> chain = authority.cardSigner(keys.getPublic(), now, validity);
      Instant end = chain.getFirst().getNotAfter().toInstant();
      current = new Signer(keys, chain, end.minus(Duration.between(now, end).dividedBy(3)));
      signer = current;
    }
    return current;
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
