package fr.liaison.conversation;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.SignatureKeyPair;
import fr.liaison.mls.group.Client;
import fr.liaison.mls.group.OwnKeyPackage;
import fr.liaison.mls.leaf.Capabilities;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.leaf.Lifetime;
import fr.liaison.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** A device of a person, as the directory would have announced it, with its real MLS keys. */
record Device(UUID id, UUID practitioner, String account, SignatureKeyPair pair) {
  static final CipherSuite SUITE = CipherSuite.MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519;

  /** What other devices check is not the subject of service tests: the server must. */
  private record Trusting(boolean anybodysSuccessor) implements CredentialValidator {
    @Override
    public boolean accepts(Credential credential, Bytes signatureKey) {
      return true;
    }

    @Override
    public boolean acceptsSuccessor(LeafNode before, LeafNode after) {
      return anybodysSuccessor || before.credential().equals(after.credential());
    }
  }

  static Device of(UUID practitioner) {
    return new Device(
        UUID.randomUUID(),
        practitioner,
        "account-" + practitioner,
        SignatureKeyPair.generate(SUITE));
  }

  byte[] key() {
    return pair.publicKey().toArray();
  }

  String token() {
    return TestTokens.account(account, "practitioner").sign();
  }

  Client client() {
    return Client.of(pair, new Trusting(false));
  }

  /** A client that would replace anybody's leaf by its own. */
  Client greedyClient() {
    return Client.of(pair, new Trusting(true));
  }

  LeafNode.Identity identity() {
    return new LeafNode.Identity(
        credential(), Capabilities.of(SUITE, Credential.X509), Extensions.NONE);
  }

  OwnKeyPackage keyPackage() {
    return keyPackage(Lifetime.from(Instant.now(), Duration.ofDays(30)));
  }

  OwnKeyPackage keyPackage(Lifetime lifetime) {
    return OwnKeyPackage.generate(SUITE, pair, identity(), lifetime);
  }

  /** Has it certified by this authority from now on. */
  void certifyBy(BiFunction<UUID, Bytes, Credential> authority) {
    CERTIFIED.put(pair.publicKey(), authority.apply(id, pair.publicKey()));
  }

  private Credential credential() {
    return CERTIFIED.computeIfAbsent(pair.publicKey(), key -> TestAuthority.credential(id, key));
  }

  /** One certificate for each key, made once. */
  private static final Map<Bytes, Credential> CERTIFIED = new ConcurrentHashMap<>();
}
