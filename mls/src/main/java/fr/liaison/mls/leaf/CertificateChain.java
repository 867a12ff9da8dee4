package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Bytes;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** One chain of certificates, judged by the JDK's PKIX and by the profile of Liaison. */
final class CertificateChain {
  private static final int LONGEST = 3;
  private static final int LARGEST = 1 << 14;
  private static final int URI_NAME = 6;
  private static final Pattern DEVICE =
      Pattern.compile(
          "urn:liaison:device:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
          Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> SERIAL_NUMBER = Map.of("2.5.4.5", "SERIALNUMBER");

  /** What stands before the raw key in a SubjectPublicKeyInfo of each kind. */
  private static final List<Bytes> KEY_PREFIXES =
      List.of(
          Bytes.fromHex("302a300506032b6570032100"),
          Bytes.fromHex("3059301306072a8648ce3d020106082a8648ce3d030107034200"));

  private static final List<Integer> KEY_LENGTHS = List.of(32, 65);

  private final List<X509Certificate> certificates;

  private CertificateChain(List<X509Certificate> certificates) {
    this.certificates = certificates;
  }

  /** Who the chain certifies; empty when anything about it is odd. Never throws. */
  static Optional<CertifiedDevice> verify(Credential.X509 credential, Set<TrustAnchor> roots) {
    try {
      CertificateChain chain = read(credential.certificates(), roots);
      chain.validate(roots);
      return chain.device();
    } catch (GeneralSecurityException | InvalidNameException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** DER and nothing else: the JDK would read PEM, and ignore what follows. */
  static X509Certificate certificate(Bytes der) throws CertificateException {
    if (der.length() > LARGEST) {
      throw new CertificateException("too large");
    }
    X509Certificate read =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der.array()));
    if (!Bytes.wrap(read.getEncoded()).equals(der)) {
      throw new CertificateException("not one DER certificate");
    }
    return read;
  }

  private static CertificateChain read(List<Bytes> chain, Set<TrustAnchor> roots)
      throws CertificateException {
    if (chain.isEmpty() || chain.size() > LONGEST) {
      throw new CertificateException("a chain has one to three certificates");
    }
    List<X509Certificate> certificates = new ArrayList<>();
    for (Bytes one : chain) {
      certificates.add(certificate(one));
    }
    // A chain may repeat its root at the end; it is the pinned one that counts.
    X509Certificate last = certificates.getLast();
    if (certificates.size() > 1
        && roots.stream().anyMatch(root -> last.equals(root.getTrustedCert()))) {
      certificates.removeLast();
    }
    return new CertificateChain(certificates);
  }

  /** For some moment at which all were valid: the caller judges the period. */
  private void validate(Set<TrustAnchor> roots) throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(roots);
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(notBefore()));
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(certificates), parameters);
  }

  private Optional<CertifiedDevice> device() throws CertificateException, InvalidNameException {
    X509Certificate own = certificates.getFirst();
    boolean[] usage = own.getKeyUsage();
    Bytes key = rawKey(own.getPublicKey());
    UUID device = deviceOf(own);
    String nationalId = attribute(own, "SERIALNUMBER");
    boolean fits =
        own.getBasicConstraints() < 0 && (usage == null || usage[0]) && !nationalId.isEmpty();
    return fits
        ? Optional.of(
            new CertifiedDevice(
                device, attribute(own, "CN"), nationalId, key, notBefore(), notAfter()))
        : Optional.empty();
  }

  private Instant notBefore() {
    return certificates.stream()
        .map(one -> one.getNotBefore().toInstant())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Instant notAfter() {
    return certificates.stream()
        .map(one -> one.getNotAfter().toInstant())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static UUID deviceOf(X509Certificate own) throws CertificateException {
    Collection<List<?>> names = own.getSubjectAlternativeNames();
    if (names == null) {
      throw new CertificateException("no device");
    }
    List<String> uris =
        names.stream()
            .filter(name -> Integer.valueOf(URI_NAME).equals(name.get(0)))
            .map(name -> String.valueOf(name.get(1)))
            .toList();
    Matcher device = DEVICE.matcher(uris.size() == 1 ? uris.getFirst() : "");
    if (!device.matches()) {
      throw new CertificateException("no device");
    }
    return UUID.fromString(device.group(1));
  }

  /** Empty when the subject does not have it exactly once as text. */
  private static String attribute(X509Certificate own, String type) throws InvalidNameException {
    List<Object> values =
        new LdapName(own.getSubjectX500Principal().getName("RFC2253", SERIAL_NUMBER))
            .getRdns().stream()
                .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
                .map(Rdn::getValue)
                .toList();
    return values.size() == 1 && values.getFirst() instanceof String text ? text : "";
  }

  private static Bytes rawKey(PublicKey key) throws CertificateException {
    byte[] encoded = key.getEncoded();
    for (int i = 0; i < KEY_PREFIXES.size(); i++) {
      byte[] prefix = KEY_PREFIXES.get(i).array();
      if (encoded.length == prefix.length + KEY_LENGTHS.get(i)
          && java.util.Arrays.equals(prefix, 0, prefix.length, encoded, 0, prefix.length)) {
        return Bytes.wrap(java.util.Arrays.copyOfRange(encoded, prefix.length, encoded.length));
      }
    }
    throw new CertificateException("neither Ed25519 nor P-256");
  }
}
