package fr.liaison.acceptance.mls.mixed;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.crypto.SignatureKeyPair;
import fr.liaison.mls.group.Client;
import fr.liaison.mls.group.OwnKeyPackage;
import fr.liaison.mls.group.PreSharedKeys;
import fr.liaison.mls.group.Predecessor;
import fr.liaison.mls.leaf.Capabilities;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.Lifetime;
import fr.liaison.mls.message.MlsMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a Java member has beside its group: keys, an identity that is its name, PSKs. */
final class JavaClient {
  /** Believes every basic credential; the same identity is the same client. */
  static final CredentialValidator ANYBODY =
      new CredentialValidator() {
        @Override
        public boolean accepts(Credential credential, Bytes signatureKey) {
          return true;
        }

        @Override
        public boolean acceptsSuccessor(LeafNode before, LeafNode after) {
          return before.credential().equals(after.credential());
        }
      };

  private final CipherSuite suite;
  private final SignatureKeyPair key;
  private final LeafNode.Identity identity;
  private final Client client;
  private final Map<Bytes, Secret> externalPsks = new HashMap<>();

  JavaClient(CipherSuite suite, String name) {
    this.suite = suite;
    this.key = SignatureKeyPair.generate(suite);
    this.identity =
        new LeafNode.Identity(
            new Credential.Basic(Bytes.of(name.getBytes(StandardCharsets.UTF_8))),
            Capabilities.of(suite, Credential.BASIC),
            Extensions.NONE);
    this.client = Client.of(key, ANYBODY).with(new Known());
  }

  Client client() {
    return client;
  }

  LeafNode.Identity identity() {
    return identity;
  }

  /** As a store gives it back. */
  OwnKeyPackage keyPackage() {
    OwnKeyPackage made =
        OwnKeyPackage.generate(
            suite, key, identity, Lifetime.from(Instant.now(), Duration.ofDays(30)));
    try {
      return OwnKeyPackage.restore(made.serialized());
    } catch (Malformed e) {
      throw new AssertionError("a key package must read what it wrote", e);
    }
  }

  void know(byte[] psk, byte[] secret) {
    externalPsks.put(Bytes.of(psk), Secret.copyOf(secret));
  }

  static MlsMessage parse(byte[] message) {
    try {
      return MlsMessage.parse(Bytes.of(message));
    } catch (Malformed e) {
      throw new AssertionError("not readable for the Java library", e);
    }
  }

  private final class Known implements PreSharedKeys {
    @Override
    public Optional<Secret> external(Bytes id) {
      return Optional.ofNullable(externalPsks.get(id)).map(Secret::copy);
    }

    @Override
    public Optional<Predecessor> resumption(Bytes groupId, long epoch) {
      return Optional.empty();
    }
  }
}
