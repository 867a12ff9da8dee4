package fr.liaison.conversation;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.leaf.Credential;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certifies test devices in the profile of the directory-service, or in the name of another. */
final class TestAuthority {
  private static final TestAuthority PINNED = new TestAuthority("CN=Test authority");
  private static final TestAuthority FOREIGN = new TestAuthority("CN=Test authority");

  private final KeyPair keys = keys();
  private final X500Name name;

  private TestAuthority(String name) {
    this.name = new X500Name(name);
  }

  /** The credential of a device: one certificate for its raw Ed25519 key. */
  static Credential credential(UUID device, Bytes key) {
    return PINNED.certify(device, key);
  }

  /** The same by an authority that only has the right name. */
  static Credential forged(UUID device, Bytes key) {
    return FOREIGN.certify(device, key);
  }

  /** A certificate that was sound, and whose time is over. */
  static Credential ended(UUID device, Bytes key) {
    return PINNED.certify(device, key, Instant.now().minus(Duration.ofMinutes(1)));
  }

  static String rootPem() {
    SubjectPublicKeyInfo key =
        SubjectPublicKeyInfo.getInstance(PINNED.keys.getPublic().getEncoded());
    X509v3CertificateBuilder builder = PINNED.builder(PINNED.name, key, inAMonth());
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(1));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder().encodeToString(PINNED.sign(builder))
          + "\n-----END CERTIFICATE-----\n";
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Credential certify(UUID device, Bytes key) {
    return certify(device, key, inAMonth());
  }

  private static Instant inAMonth() {
    return Instant.now().plus(Duration.ofDays(30));
  }

  private Credential certify(UUID device, Bytes key, Instant notAfter) {
    X509v3CertificateBuilder builder =
        builder(
            new X500Name("SERIALNUMBER=899700000000,CN=Test device"),
            new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519), key.toArray()),
            notAfter);
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              new GeneralName(
                  GeneralName.uniformResourceIdentifier, "urn:liaison:device:" + device)));
      return new Credential.X509(List.of(Bytes.wrap(sign(builder))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509v3CertificateBuilder builder(
      X500Name subject, SubjectPublicKeyInfo key, Instant notAfter) {
    Instant now = Instant.now();
    return new X509v3CertificateBuilder(
        name,
        BigInteger.valueOf(now.toEpochMilli()),
        Date.from(now.minus(Duration.ofHours(1))),
        Date.from(notAfter),
        subject,
        key);
  }

  private byte[] sign(X509v3CertificateBuilder builder) throws IOException {
    try {
      return builder
          .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
          .getEncoded();
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
