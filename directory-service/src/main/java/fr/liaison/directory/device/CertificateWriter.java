package fr.liaison.directory.device;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Writes the certificates Liaison knows: root, intermediate, device and card signer. Signed with
 * ECDSA P-256 and SHA-256, which every verifier has, WebCrypto included.
 */
final class CertificateWriter {
  private static final String ALGORITHM = "SHA256withECDSA";
  private static final ASN1ObjectIdentifier ED25519 = EdECObjectIdentifiers.id_Ed25519;
  private static final String CARD_SIGNER = "urn:liaison:card-signer";
  private static final SecureRandom RANDOM = new SecureRandom();

  private CertificateWriter() {}

  /** From when to when a certificate is valid. */
  record Validity(Instant from, Instant until) {}

  static X500Name authorityName(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, "Liaison")
        .addRDN(BCStyle.CN, commonName)
        .build();
  }

  static X509Certificate root(KeyPair keys, X500Name name, Validity validity)
      throws GeneralSecurityException, IOException {
    X509v3CertificateBuilder builder =
        builder(
            name,
            name,
            validity,
            SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()),
            keys.getPublic());
    return authority(builder, new BasicConstraints(1), keys.getPrivate());
  }

  static X509Certificate intermediate(
      PublicKey key, X500Name name, Validity validity, X509Certificate root, PrivateKey rootKey)
      throws GeneralSecurityException, IOException {
    X509v3CertificateBuilder builder =
        builder(
            subjectOf(root),
            name,
            validity,
            SubjectPublicKeyInfo.getInstance(key.getEncoded()),
            root.getPublicKey());
    return authority(builder, new BasicConstraints(0), rootKey);
  }

  static X509Certificate device(
      byte[] ed25519Key,
      X500Name subject,
      DeviceId device,
      Validity validity,
      X509Certificate issuer,
      PrivateKey issuerKey)
      throws GeneralSecurityException, IOException {
    X509v3CertificateBuilder builder =
        builder(
            subjectOf(issuer),
            subject,
            validity,
            new SubjectPublicKeyInfo(new AlgorithmIdentifier(ED25519), ed25519Key),
            issuer.getPublicKey());
    return leaf(builder, device.urn(), issuerKey);
  }

  static X509Certificate cardSigner(
      PublicKey key, Validity validity, X509Certificate issuer, PrivateKey issuerKey)
      throws GeneralSecurityException, IOException {
    X509v3CertificateBuilder builder =
        builder(
            subjectOf(issuer),
            authorityName("Liaison card signer"),
            validity,
            SubjectPublicKeyInfo.getInstance(key.getEncoded()),
            issuer.getPublicKey());
    return leaf(builder, CARD_SIGNER, issuerKey);
  }

  private static X509Certificate leaf(
      X509v3CertificateBuilder builder, String urn, PrivateKey issuerKey)
      throws GeneralSecurityException, IOException {
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, urn)));
    return sign(builder, issuerKey);
  }

  private static X509Certificate authority(
      X509v3CertificateBuilder builder, BasicConstraints constraints, PrivateKey key)
      throws GeneralSecurityException, IOException {
    builder.addExtension(Extension.basicConstraints, true, constraints);
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    return sign(builder, key);
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer,
      X500Name subject,
      Validity validity,
      SubjectPublicKeyInfo key,
      PublicKey issuerKey)
      throws GeneralSecurityException, IOException {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            issuer,
            new BigInteger(159, RANDOM).add(BigInteger.ONE),
            Date.from(validity.from()),
            Date.from(validity.until()),
            subject,
            key);
    JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(key));
    builder.addExtension(
        Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(issuerKey));
    return builder;
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(key)));
    } catch (OperatorCreationException unusable) {
      throw new GeneralSecurityException("the key cannot sign", unusable);
    }
  }

  private static X500Name subjectOf(X509Certificate authority) {
    return X500Name.getInstance(authority.getSubjectX500Principal().getEncoded());
  }
}
