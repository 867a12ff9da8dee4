package fr.liaison.mls.message;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Encodable;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.crypto.Signer;
import fr.liaison.mls.leaf.ProtocolVersion;
import java.security.MessageDigest;

/**
 * AuthenticatedContent, RFC 9420 sections 6 and 6.1: content with its signature, however it was
 * wrapped for the way.
 */
public record AuthenticatedContent(int wireFormat, FramedContent framed, ContentAuth auth)
    implements Encodable {
  private static final String LABEL = "FramedContentTBS";

  /**
   * Signs content; a commit's confirmation tag follows by {@link #confirmed}.
   *
   * @param context of the epoch the content is for
   */
  public static AuthenticatedContent signed(
      CipherSuite suite, Signer signer, int wireFormat, FramedContent framed, Bytes context) {
    Bytes signature = suite.signWithLabel(signer, LABEL, toBeSigned(wireFormat, framed, context));
    return new AuthenticatedContent(wireFormat, framed, new ContentAuth(signature, null));
  }

  public static AuthenticatedContent read(TlsReader in) throws Malformed {
    int wireFormat = in.uint16();
    FramedContent framed = FramedContent.read(in);
    return new AuthenticatedContent(
        wireFormat, framed, ContentAuth.read(framed.content().type(), in));
  }

  public AuthenticatedContent confirmed(Bytes confirmationTag) {
    return new AuthenticatedContent(
        wireFormat, framed, new ContentAuth(auth.signature(), confirmationTag));
  }

  public boolean isSigned(CipherSuite suite, Bytes signatureKey, Bytes context) {
    return suite.verifyWithLabel(
        signatureKey, LABEL, toBeSigned(wireFormat, framed, context), auth.signature());
  }

  /** Section 6.2: proves to members that a member of the epoch sent it. */
  public Bytes membershipTag(CipherSuite suite, Secret membershipKey, Bytes context) {
    TlsWriter out = new TlsWriter().raw(toBeSigned(wireFormat, framed, context));
    auth.write(out);
    return Bytes.wrap(suite.mac(membershipKey, out.toArray()));
  }

  /** Constant-time comparison with {@link #membershipTag}. */
  public boolean hasMembershipTag(
      CipherSuite suite, Secret membershipKey, Bytes context, Bytes tag) {
    return MessageDigest.isEqual(membershipTag(suite, membershipKey, context).array(), tag.array());
  }

  /** ProposalRef, section 5.2. */
  public Bytes proposalReference(CipherSuite suite) {
    return suite.refHash("MLS 1.0 Proposal Reference", encoded());
  }

  @Override
  public void write(TlsWriter out) {
    out.uint16(wireFormat).value(framed);
    auth.write(out);
  }

  private static byte[] toBeSigned(int wireFormat, FramedContent framed, Bytes context) {
    TlsWriter out = new TlsWriter().uint16(ProtocolVersion.MLS10).uint16(wireFormat).value(framed);
    switch (framed.sender()) {
      case Sender.Member ignored -> out.raw(context.array());
      case Sender.NewMemberCommit ignored -> out.raw(context.array());
      case Sender.External ignored -> {}
      case Sender.NewMemberProposal ignored -> {}
    }
    return out.toArray();
  }
}
