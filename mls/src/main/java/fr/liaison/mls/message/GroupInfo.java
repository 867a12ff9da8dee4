package fr.liaison.mls.message;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Signer;
import fr.liaison.mls.leaf.Extensions;

/**
 * GroupInfo, RFC 9420 section 12.4.3: what a newcomer must know of an epoch, vouched by a member.
 */
public record GroupInfo(
    GroupContext context,
    Extensions extensions,
    Bytes confirmationTag,
    long signer,
    Bytes signature)
    implements Encodable {
  private static final String LABEL = "GroupInfoTBS";

  public static GroupInfo signed(
      CipherSuite suite,
      Signer key,
      GroupContext context,
      Extensions extensions,
      Bytes confirmationTag,
      int signer) {
    GroupInfo unsigned = new GroupInfo(context, extensions, confirmationTag, signer, Bytes.EMPTY);
    return new GroupInfo(
        context,
        extensions,
        confirmationTag,
        signer,
        suite.signWithLabel(key, LABEL, unsigned.toBeSigned()));
  }

  public static GroupInfo read(TlsReader in) throws Malformed {
    return new GroupInfo(
        GroupContext.read(in), Extensions.read(in), in.opaque(), in.uint32(), in.opaque());
  }

  public boolean isSigned(CipherSuite suite, Bytes signatureKey) {
    return suite.verifyWithLabel(signatureKey, LABEL, toBeSigned(), signature);
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
    out.value(context).value(extensions).opaque(confirmationTag).uint32(signer);
  }
}
