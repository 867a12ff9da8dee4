package fr.liaison.mls.leaf;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Signer;

/** KeyPackage, RFC 9420 section 10: what somebody needs to add a client that is not online. */
public record KeyPackage(
    int version,
    int cipherSuite,
    Bytes initKey,
    LeafNode leafNode,
    Extensions extensions,
    Bytes signature)
    implements Encodable {
  private static final String LABEL = "KeyPackageTBS";

  public static KeyPackage signed(
      CipherSuite suite, Signer signer, Bytes initKey, LeafNode leaf, Extensions extensions) {
    KeyPackage unsigned =
        new KeyPackage(ProtocolVersion.MLS10, suite.id(), initKey, leaf, extensions, Bytes.EMPTY);
    Bytes signature = suite.signWithLabel(signer, LABEL, unsigned.toBeSigned());
    return new KeyPackage(
        unsigned.version, unsigned.cipherSuite, initKey, leaf, extensions, signature);
  }

  public static KeyPackage read(TlsReader in) throws Malformed {
    return new KeyPackage(
        in.uint16(), in.uint16(), in.opaque(), LeafNode.read(in), Extensions.read(in), in.opaque());
  }

  /** KeyPackageRef, section 5.2: how a Welcome names it. */
  public Bytes reference(CipherSuite suite) {
    return suite.refHash("MLS 1.0 KeyPackage Reference", encoded());
  }

  public boolean isSigned(CipherSuite suite) {
    return suite.verifyWithLabel(leafNode.signatureKey(), LABEL, toBeSigned(), signature);
  }

  @Override
  public void write(TlsWriter out) {
    writeUnsigned(out);
    out.opaque(signature);
  }

  private byte[] toBeSigned() {
    TlsWriter out = new TlsWriter();
    writeUnsigned(out);
    return out.toArray();
  }

  private void writeUnsigned(TlsWriter out) {
    out.uint16(version).uint16(cipherSuite).opaque(initKey).value(leafNode).value(extensions);
  }
}
