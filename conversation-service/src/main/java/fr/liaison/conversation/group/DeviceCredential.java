package fr.liaison.conversation.group;

import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.leaf.Credential;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which device a credential names: the one URI among its certificate's alternative names. */
final class DeviceCredential {
  private static final String PREFIX = "urn:liaison:device:";
  private static final int URI = 6;
  private static final int MOST_CERTIFICATES = 3;

  private DeviceCredential() {}

  /** Empty for anything that does not name exactly one device. */
  static Optional<DeviceId> device(Credential credential) {
    if (!(credential instanceof Credential.X509(List<Bytes> chain))
        || chain.isEmpty()
        || chain.size() > MOST_CERTIFICATES) {
      return Optional.empty();
    }
    try {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(chain.getFirst().array()));
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null ? Optional.empty() : only(names);
    } catch (CertificateException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<DeviceId> only(Collection<List<?>> names) {
    List<String> uris =
        names.stream()
            .filter(name -> Integer.valueOf(URI).equals(name.get(0)))
            .map(name -> String.valueOf(name.get(1)))
            .toList();
    return uris.size() == 1 && uris.getFirst().startsWith(PREFIX)
        ? Optional.of(new DeviceId(UUID.fromString(uris.getFirst().substring(PREFIX.length()))))
        : Optional.empty();
  }
}
