package fr.liaison.client.device;

import fr.liaison.contracts.json.Bytes;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a chain leads from a device's key to a root. */
final class CertificateCheck {
  private static final int RAW_KEY = 32;

  private CertificateCheck() {}

  /** What is wrong with it; empty when it holds now for this key. */
  static Optional<String> fault(List<Bytes> chain, Bytes root, Bytes publicKey) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<X509Certificate> path = new ArrayList<>();
      for (Bytes certificate : chain) {
        path.add(read(factory, certificate));
      }
      if (path.isEmpty()) {
        return Optional.of("empty-chain");
      }
      byte[] encoded = path.getFirst().getPublicKey().getEncoded();
      byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length);
      if (!Bytes.of(raw).equals(publicKey)) {
        return Optional.of("other-key");
      }
      PKIXParameters parameters =
          new PKIXParameters(Set.of(new TrustAnchor(read(factory, root), null)));
      parameters.setRevocationEnabled(false);
      CertPathValidator.getInstance("PKIX").validate(factory.generateCertPath(path), parameters);
      return Optional.empty();
    } catch (GeneralSecurityException broken) {
      return Optional.of("broken-chain");
    }
  }

  private static X509Certificate read(CertificateFactory factory, Bytes der)
      throws GeneralSecurityException {
    return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der.toArray()));
  }
}
