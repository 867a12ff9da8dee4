package fr.liaison.directory.device;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Writes X.509 revocation lists (RFC 5280). They name no reasons: the list is public, and whether
 * somebody lost a telephone or was suspended is not.
 */
final class RevocationListWriter {
  private static final String ALGORITHM = "SHA256withECDSA";

  private RevocationListWriter() {}

  static byte[] write(
      List<RevokedCertificates.Revoked> revoked,
      Instant from,
      Instant until,
      X509Certificate issuer,
      PrivateKey key)
      throws GeneralSecurityException, IOException {
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(
            X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()), Date.from(from));
    builder.setNextUpdate(Date.from(until));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublicKey()));
    builder.addExtension(
        Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(from.toEpochMilli())));
    CertificateFactory certificates = CertificateFactory.getInstance("X.509");
    for (RevokedCertificates.Revoked one : revoked) {
      X509Certificate certificate =
          (X509Certificate)
              certificates.generateCertificate(
                  new ByteArrayInputStream(one.certificate().toArray()));
      if (certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
        builder.addCRLEntry(
            certificate.getSerialNumber(), Date.from(one.revokedAt().toInstant()), 0);
      }
    }
    try {
      return builder.build(new JcaContentSignerBuilder(ALGORITHM).build(key)).getEncoded();
    } catch (OperatorCreationException unusable) {
      throw new GeneralSecurityException("the key cannot sign", unusable);
    }
  }
}
