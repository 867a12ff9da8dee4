package fr.liaison.directory.device;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.directory.practitioner.Practitioner;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Issues device certificates. The service does not start without a sound chain: root, intermediate
 * signed by it, and the intermediate's key. Safe for concurrent use.
 */
@Startup
@ApplicationScoped
public class CertificateAuthority {
  /** Clocks of verifiers may be late by this much. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** X.520 upper bound of a common name. */
  private static final int LONGEST_NAME = 64;

  private final AuthorityFiles.Chain chain;
  private final DeviceConfig config;
  private final Clock clock = Clock.systemUTC();

  CertificateAuthority(CaConfig ca, DeviceConfig config) {
    this.chain = new AuthorityFiles(ca).loadOrGenerate();
    this.config = config;
  }

  /** A fresh certificate and the intermediate that signed it, as DER. */
  record Issued(Bytes certificate, Bytes issuer, Instant expiresAt) {}

  Issued issue(byte[] ed25519Key, DeviceId device, Practitioner practitioner) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant wanted = now.plus(config.validity());
    Instant latest = chain.intermediate().getNotAfter().toInstant();
    Instant until = wanted.isBefore(latest) ? wanted : latest;
    try {
      X509Certificate certificate =
          CertificateWriter.device(
              ed25519Key,
              subject(practitioner),
              device,
              new CertificateWriter.Validity(now.minus(SKEW), until),
              chain.intermediate(),
              chain.key());
      return new Issued(
          Bytes.of(certificate.getEncoded()), Bytes.of(chain.intermediate().getEncoded()), until);
    } catch (GeneralSecurityException | IOException unexpected) {
      throw new IllegalStateException("a device certificate could not be written", unexpected);
    }
  }

  /** The certificate clients pin, as DER. */
  byte[] root() {
    try {
      return chain.root().getEncoded();
    } catch (GeneralSecurityException unexpected) {
      throw new IllegalStateException("the root certificate cannot be encoded", unexpected);
    }
  }

  private static X500Name subject(Practitioner practitioner) {
    String name = (practitioner.givenName() + " " + practitioner.familyName()).strip();
    int end =
        name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.CN, name.substring(0, end))
        .addRDN(BCStyle.SERIALNUMBER, practitioner.nationalId())
        .build();
  }
}
