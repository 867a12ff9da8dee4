package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Signer;

/** LeafNode, RFC 9420 section 7.2: one client of the group, signed by itself. */
public record LeafNode(
    Bytes encryptionKey,
    Bytes signatureKey,
    Credential credential,
    Capabilities capabilities,
    LeafNodeSource source,
    Extensions extensions,
    Bytes signature)
    implements Encodable {
  private static final String LABEL = "LeafNodeTBS";

  /** Where a leaf signed by Update or commit stands; its signature holds nowhere else. */
  public record Place(Bytes groupId, int leaf) {}

  /** What a client keeps from leaf to leaf. */
  public record Identity(Credential credential, Capabilities capabilities, Extensions extensions) {}

  /** The leaf of a key package. */
  public static LeafNode packaged(
      CipherSuite suite, Signer signer, Bytes encryptionKey, Identity identity, Lifetime lifetime) {
    LeafNodeSource source = new LeafNodeSource.KeyPackaged(lifetime);
    return unsigned(signer, encryptionKey, identity, source).signed(suite, signer, NOWHERE);
  }

  /** The leaf of an Update proposal or of a commit's path. */
  public static LeafNode placed(
      CipherSuite suite,
      Signer signer,
      Bytes encryptionKey,
      Identity identity,
      LeafNodeSource source,
      Place place) {
    return unsigned(signer, encryptionKey, identity, source).signed(suite, signer, place);
  }

  public static LeafNode read(TlsReader in) throws Malformed {
    return new LeafNode(
        in.opaque(),
        in.opaque(),
        Credential.read(in),
        Capabilities.read(in),
        LeafNodeSource.read(in),
        Extensions.read(in),
        in.opaque());
  }

  private static final Place NOWHERE = new Place(Bytes.EMPTY, 0);

  public Identity identity() {
    return new Identity(credential, capabilities, extensions);
  }

  /** Whether the leaf signed itself for this place; the place does not matter to key packages. */
  public boolean isSigned(CipherSuite suite, Place place) {
    return suite.verifyWithLabel(signatureKey, LABEL, toBeSigned(place), signature);
  }

  @Override
  public void write(TlsWriter out) {
    writeUnsigned(out);
    out.opaque(signature);
  }

  private static LeafNode unsigned(
      Signer signer, Bytes encryptionKey, Identity identity, LeafNodeSource source) {
    return new LeafNode(
        encryptionKey,
        signer.publicKey(),
        identity.credential(),
        identity.capabilities(),
        source,
        identity.extensions(),
        Bytes.EMPTY);
  }

  private LeafNode signed(CipherSuite suite, Signer signer, Place place) {
    return new LeafNode(
        encryptionKey,
        signatureKey,
        credential,
        capabilities,
        source,
        extensions,
        suite.signWithLabel(signer, LABEL, toBeSigned(place)));
  }

  private byte[] toBeSigned(Place place) {
    TlsWriter out = new TlsWriter();
    writeUnsigned(out);
    if (!(source instanceof LeafNodeSource.KeyPackaged)) {
      out.opaque(place.groupId()).uint32(place.leaf());
    }
    return out.toArray();
  }

  private void writeUnsigned(TlsWriter out) {
    out.opaque(encryptionKey)
        .opaque(signatureKey)
        .value(credential)
        .value(capabilities)
        .value(source)
        .value(extensions);
  }
}
