package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Bytes;
import java.security.cert.CertificateException;
import java.security.cert.TrustAnchor;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Believes the certificates of pinned authorities: the first certifies exactly the leaf's key for
 * one device of one person. Anything odd is a refusal. Thread-safe; remembers a bounded number of
 * chains, because signatures do not change, and judges the period at every call.
 */
public final class X509Credentials implements CredentialValidator {
  private static final int REMEMBERED = 2_000;

  private final Set<TrustAnchor> roots;
  private final Set<Bytes> externalSenders;
  private final @Nullable InstantSource clock;
  private final Map<Credential.X509, CertifiedDevice> verified;

  private X509Credentials(
      Set<TrustAnchor> roots,
      Set<Bytes> externalSenders,
      @Nullable InstantSource clock,
      Map<Credential.X509, CertifiedDevice> verified) {
    this.roots = roots;
    this.externalSenders = externalSenders;
    this.clock = clock;
    this.verified = verified;
  }

  /**
   * Certificates must be valid now.
   *
   * @param roots DER of the authorities; {@link IllegalArgumentException} when one is unreadable
   * @param externalSenders the signature keys that may propose to a group from outside
   */
  public static X509Credentials now(
      InstantSource clock, Collection<Bytes> roots, Collection<Bytes> externalSenders) {
    return new X509Credentials(
        anchors(roots), Set.copyOf(externalSenders), clock, new Remembered().asMap());
  }

  /**
   * The same without looking at periods, for who is in a group already: expiry locks nobody out.
   */
  public X509Credentials ever() {
    return new X509Credentials(roots, externalSenders, null, verified);
  }

  /** Who a credential certifies, at any time; empty when it does not hold. */
  public Optional<CertifiedDevice> identify(Credential credential) {
    if (!(credential instanceof Credential.X509 chain)) {
      return Optional.empty();
    }
    CertifiedDevice known = verified.get(chain);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<CertifiedDevice> device = CertificateChain.verify(chain, roots);
    device.ifPresent(one -> verified.put(chain, one));
    return device;
  }

  @Override
  public boolean accepts(Credential credential, Bytes signatureKey) {
    return identify(credential)
        .filter(device -> device.signatureKey().equals(signatureKey))
        .filter(device -> clock == null || device.isValidAt(clock.instant()))
        .isPresent();
  }

  /** The same device, whoever it belonged to before: the authority decides that. */
  @Override
  public boolean acceptsSuccessor(LeafNode before, LeafNode after) {
    Optional<CertifiedDevice> old = identify(before.credential());
    return old.isPresent()
        && old.map(CertifiedDevice::device)
            .equals(identify(after.credential()).map(CertifiedDevice::device));
  }

  @Override
  public boolean acceptsExternalSender(ExternalSender sender) {
    return externalSenders.contains(sender.signatureKey());
  }

  private static Set<TrustAnchor> anchors(Collection<Bytes> roots) {
    return roots.stream().map(X509Credentials::anchor).collect(Collectors.toUnmodifiableSet());
  }

  private static TrustAnchor anchor(Bytes root) {
    try {
      return new TrustAnchor(CertificateChain.certificate(root), null);
    } catch (CertificateException e) {
      throw new IllegalArgumentException("not a certificate", e);
    }
  }

  /** The chains used last. */
  private static final class Remembered extends LinkedHashMap<Credential.X509, CertifiedDevice> {
    private static final long serialVersionUID = 1L;

    Remembered() {
      super(16, 0.75f, true);
    }

    Map<Credential.X509, CertifiedDevice> asMap() {
      return Collections.synchronizedMap(this);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Credential.X509, CertifiedDevice> eldest) {
      return size() > REMEMBERED;
    }
  }
}
