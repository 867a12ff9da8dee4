package fr.liaison.directory.device;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.directory.practitioner.Practitioner;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;

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
    Instant until = until(now.plus(config.validity()));
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

  /**
   * A certificate for a P-256 key that signs cards and nothing else, and the intermediate that
   * issued it. Its alternative name is no device's, so neither passes for the other.
   */
  public List<X509Certificate> cardSigner(PublicKey key, Instant at, Duration validity) {
    Instant now = at.truncatedTo(ChronoUnit.SECONDS);
    try {
      X509Certificate certificate =
          CertificateWriter.cardSigner(
              key,
              new CertificateWriter.Validity(now.minus(SKEW), until(now.plus(validity))),
              chain.intermediate(),
              chain.key());
      return List.of(certificate, chain.intermediate());
    } catch (GeneralSecurityException | IOException unexpected) {
      throw new IllegalStateException("a card signer's certificate cannot be written", unexpected);
    }
  }

  /** Nothing outlives its issuer. */
  private Instant until(Instant wanted) {
    Instant latest = chain.intermediate().getNotAfter().toInstant();
    return wanted.isBefore(latest) ? wanted : latest;
  }

  /** A signed list of these, as DER. */
  Bytes revocationList(List<RevokedCertificates.Revoked> revoked, Instant from, Instant until) {
    try {
      return Bytes.of(
          RevocationListWriter.write(revoked, from, until, chain.intermediate(), chain.key()));
    } catch (GeneralSecurityException | IOException unexpected) {
      throw new IllegalStateException("a revocation list could not be written", unexpected);
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

  /** Whether a certificate issued here names this person by the number they have now. */
  boolean names(Bytes certificate, Practitioner practitioner) {
    try {
      RDN[] numbers =
          new X509CertificateHolder(certificate.toArray())
              .getSubject()
              .getRDNs(BCStyle.SERIALNUMBER);
      return numbers.length == 1
          && IETFUtils.valueToString(numbers[0].getFirst().getValue())
              .equals(practitioner.nationalId());
    } catch (IOException unreadable) {
      return false;
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
