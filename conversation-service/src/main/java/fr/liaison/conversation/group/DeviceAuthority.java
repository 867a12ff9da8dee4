package fr.liaison.conversation.group;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.log.Log;
import fr.liaison.kit.log.LogKey;
import fr.liaison.kit.problem.Problem;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.leaf.X509Credentials;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pinned authority that certifies devices. Fails closed: while its root cannot be read, nobody
 * is believed and the answer is a 503.
 */
@Singleton
class DeviceAuthority {
  private static final Log LOG = Log.of(DeviceAuthority.class);

  private final DeliveryConfig config;
  private final DeliveryKey key;
  private volatile @Nullable X509Credentials credentials;

  DeviceAuthority(DeliveryConfig config, DeliveryKey key) {
    this.config = config;
    this.key = key;
  }

  X509Credentials credentials() {
    X509Credentials known = credentials;
    if (known == null) {
      known = read();
      credentials = known;
    }
    return known;
  }

  private X509Credentials read() {
    try (InputStream in = Files.newInputStream(config.root())) {
      byte[] root = CertificateFactory.getInstance("X.509").generateCertificate(in).getEncoded();
      return X509Credentials.now(
          InstantSource.system(), List.of(Bytes.wrap(root)), List.of(key.signer().publicKey()));
    } catch (IOException | CertificateException unreadable) {
      LOG.warn(
          "The root in liaison.delivery.root cannot be read: no device can enter a group",
          Map.<LogKey, Object>of(),
          unreadable);
      throw Problem.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(5));
    }
  }
}
