package fr.liaison.conversation.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.crypto.SignatureKeyPair;
import fr.liaison.mls.crypto.Signer;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.ExternalSender;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The server as every group lists it among its external senders. */
@Startup
@Singleton
public class DeliveryKey {
  /** The only suite in use. */
  static final CipherSuite SUITE = CipherSuite.MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519;

  private static final String IDENTITY = "urn:liaison:delivery";
  private static final int LENGTH = 32;

  private final SignatureKeyPair pair;

  DeliveryKey(DeliveryConfig config) {
    this.pair = SignatureKeyPair.of(SUITE, Secret.taking(seed(config.signingKey())));
  }

  Signer signer() {
    return pair;
  }

  ExternalSender asExternalSender() {
    return new ExternalSender(
        pair.publicKey(),
        new Credential.Basic(Bytes.of(IDENTITY.getBytes(StandardCharsets.UTF_8))));
  }

  private static byte[] seed(String configured) {
    try {
      byte[] seed = Base64.getDecoder().decode(configured);
      if (seed.length == LENGTH) {
        return seed;
      }
    } catch (IllegalArgumentException ignored) {
      // Answered below, without the value.
    }
    throw new IllegalStateException(
        "liaison.delivery.signing-key must be an Ed25519 private key: 32 bytes in base64");
  }
}
