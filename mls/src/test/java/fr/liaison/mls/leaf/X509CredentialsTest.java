package fr.liaison.mls.leaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.SignatureKeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class X509CredentialsTest {
  private static final CipherSuite SUITE = CipherSuite.MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519;

  private final Authority root = Authority.root("root");
  private final Authority issuer = root.intermediate("devices");
  private final SignatureKeyPair key = SignatureKeyPair.generate(SUITE);
  private final SignatureKeyPair server = SignatureKeyPair.generate(SUITE);
  private final X509Credentials credentials =
      X509Credentials.now(
          InstantSource.fixed(Authority.NOW),
          List.of(root.certificate),
          List.of(server.publicKey()));

  X509CredentialsTest() throws Exception {}

  @Test
  void aDeviceOfTheAuthorityIsKnownByName() throws Exception {
    Credential chain = chain(device(wanted -> {}), issuer.certificate);
    assertThat(credentials.accepts(chain, key.publicKey())).isTrue();
    CertifiedDevice device = credentials.identify(chain).orElseThrow();
    assertThat(device.device()).isEqualTo(UUID.fromString("0198c0de-0000-7000-8000-000000000001"));
    assertThat(device.name()).isEqualTo("Ada Lovelace");
    assertThat(device.nationalId()).isEqualTo("810001234567");
    assertThat(device.signatureKey()).isEqualTo(key.publicKey());
  }

  @Test
  void aP256KeyIsComparedAsItsPoint() throws Exception {
    SignatureKeyPair point =
        SignatureKeyPair.generate(CipherSuite.MLS_128_DHKEMP256_AES128GCM_SHA256_P256);
    Credential chain = chain(issuer.device(point.publicKey(), wanted -> {}), issuer.certificate);
    assertThat(credentials.accepts(chain, point.publicKey())).isTrue();
    assertThat(credentials.accepts(chain, key.publicKey())).isFalse();
  }

  @Test
  void theRootMayStandAtTheEndOfTheChain() throws Exception {
    accepted(device(wanted -> {}), issuer.certificate, root.certificate);
  }

  @Test
  void aCertificateForAnotherKeyIsRefused() throws Exception {
    Credential chain = chain(device(wanted -> {}), issuer.certificate);
    assertThat(credentials.accepts(chain, server.publicKey())).isFalse();
  }

  @Test
  void periodsCountNowButNotForever() throws Exception {
    for (Duration shift : List.of(Duration.ofDays(-101), Duration.ofDays(11))) {
      Credential chain =
          chain(
              device(
                  wanted -> {
                    wanted.from = wanted.from.plus(shift);
                    wanted.until = wanted.until.plus(shift);
                  }),
              issuer.certificate);
      assertThat(credentials.accepts(chain, key.publicKey())).isFalse();
    }
    Credential expired =
        chain(device(wanted -> wanted.until = Authority.NOW.minusSeconds(1)), issuer.certificate);
    assertThat(credentials.accepts(expired, key.publicKey())).isFalse();
    assertThat(credentials.ever().accepts(expired, key.publicKey())).isTrue();
  }

  @Test
  void certificatesOutsideTheProfileAreRefused() throws Exception {
    refused(wanted -> wanted.authority = true);
    refused(wanted -> wanted.usage = KeyUsage.keyAgreement);
    refused(wanted -> wanted.unknownCritical = true);
    refused(wanted -> wanted.uris = new String[0]);
    refused(wanted -> wanted.uris = new String[] {"urn:liaison:device:not-a-uuid"});
    refused(wanted -> wanted.uris = new String[] {wanted.uris[0], "urn:liaison:other"});
    refused(wanted -> wanted.subject = new X500Name("CN=Nobody"));
    refused(wanted -> wanted.subject = new X500Name("CN=Two,SERIALNUMBER=1,SERIALNUMBER=2"));
  }

  @Test
  void chainsThatDoNotEndAtThePinnedRootAreRefused() throws Exception {
    Authority other = Authority.root("root");
    Authority theirs = other.intermediate("devices");
    Bytes foreign = theirs.device(key.publicKey(), wanted -> {});
    refused(foreign, theirs.certificate);
    refused(foreign, theirs.certificate, other.certificate);
    refused(foreign, issuer.certificate);
    refused(device(wanted -> {}));
    refused(other.certificate);
    refused(root.certificate);
    refused();
  }

  @Test
  void aDeviceIsNoAuthority() throws Exception {
    Bytes device = device(wanted -> {});
    refused(device, device, issuer.certificate);
    Authority below = issuer.intermediate("below");
    Authority deeper = below.intermediate("deeper");
    refused(
        deeper.device(key.publicKey(), wanted -> {}),
        deeper.certificate,
        below.certificate,
        issuer.certificate);
  }

  @Test
  void garbageIsARefusalAndNeverAnException() throws Exception {
    Random random = new Random(5);
    Bytes device = device(wanted -> {});
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = device.toArray();
      for (int n = 0; n <= random.nextInt(3); n++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      boolean same = Bytes.wrap(damaged).equals(device);
      Credential chain = chain(Bytes.wrap(damaged), issuer.certificate);
      assertThat(credentials.accepts(chain, key.publicKey())).isEqualTo(same);
    }
    refused(Bytes.EMPTY, issuer.certificate);
    refused(Bytes.wrap(new byte[40_000]), issuer.certificate);
    byte[] trailing = java.util.Arrays.copyOf(device.array(), device.length() + 1);
    refused(Bytes.wrap(trailing), issuer.certificate);
    assertThat(credentials.accepts(new Credential.Basic(device), key.publicKey())).isFalse();
    assertThatThrownBy(
            () -> X509Credentials.now(InstantSource.system(), List.of(Bytes.EMPTY), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSameDeviceSucceedsItselfAndNobodyElse() throws Exception {
    LeafNode before = leaf(wanted -> {});
    LeafNode renewed = leaf(wanted -> wanted.until = wanted.until.plus(Duration.ofDays(300)));
    LeafNode other =
        leaf(
            wanted ->
                wanted.uris =
                    new String[] {"urn:liaison:device:0198c0de-0000-7000-8000-000000000002"});
    assertThat(credentials.acceptsSuccessor(before, renewed)).isTrue();
    assertThat(credentials.acceptsSuccessor(before, other)).isFalse();
  }

  @Test
  void onlyPinnedKeysSpeakFromOutside() {
    Credential any = new Credential.Basic(Bytes.EMPTY);
    assertThat(credentials.acceptsExternalSender(new ExternalSender(server.publicKey(), any)))
        .isTrue();
    assertThat(credentials.acceptsExternalSender(new ExternalSender(key.publicKey(), any)))
        .isFalse();
  }

  private Bytes device(Consumer<Authority.Wanted> change) throws Exception {
    return issuer.device(key.publicKey(), change);
  }

  private LeafNode leaf(Consumer<Authority.Wanted> change) throws Exception {
    LeafNode.Identity identity =
        new LeafNode.Identity(
            chain(device(change), issuer.certificate),
            Capabilities.of(SUITE, Credential.X509),
            Extensions.NONE);
    return LeafNode.packaged(
        SUITE, key, SUITE.generateKeyPair().publicKey(), identity, new Lifetime(0, 1));
  }

  private static Credential chain(Bytes... certificates) {
    return new Credential.X509(List.of(certificates));
  }

  private void accepted(Bytes... certificates) {
    assertThat(credentials.accepts(chain(certificates), key.publicKey())).isTrue();
  }

  private void refused(Bytes... certificates) {
    assertThat(credentials.accepts(chain(certificates), key.publicKey())).isFalse();
    assertThat(credentials.ever().accepts(chain(certificates), key.publicKey())).isFalse();
  }

  private void refused(Consumer<Authority.Wanted> change) throws Exception {
    refused(device(change), issuer.certificate);
  }
}
