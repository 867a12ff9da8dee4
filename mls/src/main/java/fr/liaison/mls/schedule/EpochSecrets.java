package fr.liaison.mls.schedule;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.HpkeKeyPair;
import fr.liaison.mls.crypto.Secret;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The secrets of one epoch (RFC 9420 section 8, table 4), but for the encryption secret, which goes
 * straight into the secret tree and is not kept.
 */
public record EpochSecrets(
    Secret senderData,
    Secret exporter,
    Secret external,
    Secret confirmation,
    Secret membership,
    Secret resumption,
    Secret authenticator,
    Secret init,
    Secret encryption) {
  private static final Secret GONE = gone();

  static EpochSecrets of(CipherSuite suite, Secret epoch) {
    return new EpochSecrets(
        suite.deriveSecret(epoch, "sender data"),
        suite.deriveSecret(epoch, "exporter"),
        suite.deriveSecret(epoch, "external"),
        suite.deriveSecret(epoch, "confirm"),
        suite.deriveSecret(epoch, "membership"),
        suite.deriveSecret(epoch, "resumption"),
        suite.deriveSecret(epoch, "authentication"),
        suite.deriveSecret(epoch, "init"),
        suite.deriveSecret(epoch, "encryption"));
  }

  public static EpochSecrets read(TlsReader in) throws Malformed {
    return new EpochSecrets(
        Secret.read(in),
        Secret.read(in),
        Secret.read(in),
        Secret.read(in),
        Secret.read(in),
        Secret.read(in),
        Secret.read(in),
        Secret.read(in),
        GONE);
  }

  public void write(TlsWriter out) {
    kept().forEach(secret -> secret.write(out));
  }

  /** The same after the secret tree took over the encryption secret. */
  public EpochSecrets withoutEncryption() {
    return new EpochSecrets(
        senderData,
        exporter,
        external,
        confirmation,
        membership,
        resumption,
        authenticator,
        init,
        GONE);
  }

  /** MAC of section 6.1 over the confirmed transcript hash. */
  public Bytes confirmationTag(CipherSuite suite, Bytes confirmedTranscriptHash) {
    return Bytes.wrap(suite.mac(confirmation, confirmedTranscriptHash.array()));
  }

  /** The key pair of the external_pub extension (section 8.3). */
  public HpkeKeyPair externalKeyPair(CipherSuite suite) {
    return suite.deriveKeyPair(external);
  }

  /** MLS-Exporter, section 8.5. */
  public Secret export(CipherSuite suite, String label, byte[] context, int length) {
    Secret derived = suite.deriveSecret(exporter, label);
    Secret exported = suite.expandWithLabel(derived, "exported", suite.hash(context), length);
    derived.wipe();
    return exported;
  }

  /** Shows every secret, to find those that a successor no longer has. */
  public void secrets(Consumer<Secret> seen) {
    kept().forEach(seen);
  }

  private Stream<Secret> kept() {
    return Stream.of(
        senderData, exporter, external, confirmation, membership, resumption, authenticator, init);
  }

  private static Secret gone() {
    Secret gone = Secret.zero(0);
    gone.wipe();
    return gone;
  }
}
