package fr.liaison.client.card;

import fr.liaison.contracts.json.Bytes;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The certificates that a card bears, up to the pinned root. Whether they are sound is judged for
 * some moment at which all were valid; whether that is the card's, the reader asks.
 */
final class SignerChain {
  private static final String SIGNER = "urn:liaison:card-signer";
  private static final int LONGEST = 3;
  private static final int URI_NAME = 6;

  /** What stands before the point in a SubjectPublicKeyInfo of P-256. */
  private static final byte[] P256 =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

  private final List<X509Certificate> path;
  private final X509Certificate root;

  private SignerChain(List<X509Certificate> path, X509Certificate root) {
    this.path = path;
    this.root = root;
  }

  /** Throws unless the root vouches for a card signer. */
  static SignerChain verified(List<Bytes> certificates, Bytes root)
      throws GeneralSecurityException {
    SignerChain chain = read(certificates, certificate(root));
    chain.validate();
    chain.checkSigner();
    return chain;
  }

  PublicKey key() {
    return path.getFirst().getPublicKey();
  }

  boolean isValidAt(Instant moment) {
    return !moment.isBefore(notBefore()) && !moment.isAfter(notAfter());
  }

  private static SignerChain read(List<Bytes> certificates, X509Certificate root)
      throws CertificateException {
    if (certificates.isEmpty() || certificates.size() > LONGEST) {
      throw new CertificateException("a chain has one to three certificates");
    }
    List<X509Certificate> path = new ArrayList<>();
    for (Bytes one : certificates) {
      path.add(certificate(one));
    }
    // A chain may repeat its root at the end; it is the pinned one that counts.
    if (path.size() > 1 && path.getLast().equals(root)) {
      path.removeLast();
    }
    return new SignerChain(path, root);
  }

  /** DER and nothing else: the JDK would read PEM, and ignore what follows. */
  private static X509Certificate certificate(Bytes der) throws CertificateException {
    X509Certificate read =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der.toArray()));
    if (!Bytes.of(read.getEncoded()).equals(der)) {
      throw new CertificateException("not one DER certificate");
    }
    return read;
  }

  private void validate() throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(notBefore()));
    CertPathValidator.getInstance("PKIX")
        .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
  }

  /** No device passes for one: it has another name and a key of another kind. */
  private void checkSigner() throws CertificateException {
    X509Certificate own = path.getFirst();
    boolean[] usage = own.getKeyUsage();
    Collection<List<?>> names = own.getSubjectAlternativeNames();
    boolean named = names != null && List.copyOf(names).equals(List.of(List.of(URI_NAME, SIGNER)));
    byte[] key = own.getPublicKey().getEncoded();
    boolean fits =
        key.length == P256.length + 65 && Arrays.equals(P256, Arrays.copyOf(key, P256.length));
    if (!named || !fits || own.getBasicConstraints() >= 0 || (usage != null && !usage[0])) {
      throw new CertificateException("not a signer of cards");
    }
  }

  private Instant notBefore() {
    return all()
        .map(one -> one.getNotBefore().toInstant())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Instant notAfter() {
    return all()
        .map(one -> one.getNotAfter().toInstant())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private Stream<X509Certificate> all() {
    return Stream.concat(path.stream(), Stream.of(root));
  }
}
