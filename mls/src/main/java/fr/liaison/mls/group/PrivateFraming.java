package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.ContentAuth;
import fr.liaison.mls.message.ContentType;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PrivateMessage;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.message.WireFormat;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.schedule.MessageKey;
import fr.liaison.mls.schedule.RatchetLimits;
import fr.liaison.mls.schedule.SecretTree;
import fr.liaison.mls.schedule.SenderData;
import java.util.Arrays;

/**
 * PrivateMessage (RFC 9420 section 6.3): sealing with the next key, opening with the one it names.
 */
final class PrivateFraming {
  private PrivateFraming() {}

  /** A sealed message and the keys without the one it used. */
  record Sealed(Bytes message, SecretTree keys) {}

  /** An opened message and the keys without the one it used. */
  record Opened(AuthenticatedContent content, long sender, SecretTree keys) {}

  static Sealed wrap(
      CipherSuite suite,
      SecretTree keys,
      Secret senderDataSecret,
      int leaf,
      AuthenticatedContent content,
      PaddingPolicy padding) {
    FramedContent framed = content.framed();
    ContentType type = framed.content().type();
    SecretTree.Taken taken = keys.advance(leaf, kind(type));
    Bytes guard = Bytes.wrap(Secret.random(SenderData.GUARD_LENGTH).array());
    byte[] ciphertext =
        suite.seal(
            taken.key().key(),
            taken.key().guarded(guard),
            PrivateMessage.contentAad(
                framed.groupId(), framed.epoch(), type, framed.authenticatedData()),
            padded(content, padding));
    byte[] senderData =
        new SenderData(leaf, taken.key().generation(), guard)
            .seal(
                suite,
                senderDataSecret,
                ciphertext,
                PrivateMessage.senderDataAad(framed.groupId(), framed.epoch(), type));
    taken.key().wipe();
    PrivateMessage message =
        new PrivateMessage(
            framed.groupId(),
            framed.epoch(),
            type,
            framed.authenticatedData(),
            Bytes.wrap(senderData),
            Bytes.wrap(ciphertext));
    return new Sealed(new MlsMessage.Private(message).encoded(), taken.next());
  }

  /** The keys given stay as they are, so a message that does not open harms no other. */
  static Opened unwrap(
      CipherSuite suite,
      SecretTree keys,
      Secret senderDataSecret,
      PrivateMessage message,
      RatchetLimits limits)
      throws Refused {
    SenderData senderData =
        SenderData.open(
            suite,
            senderDataSecret,
            message.encryptedSenderData(),
            message.ciphertext(),
            PrivateMessage.senderDataAad(
                message.groupId(), message.epoch(), message.contentType()));
    SecretTree.Taken taken =
        keys.take(senderData.leaf(), kind(message.contentType()), senderData.generation(), limits);
    MessageKey key = taken.key();
    byte[] plaintext =
        suite.open(
            key.key(),
            key.guarded(senderData.reuseGuard()),
            PrivateMessage.contentAad(
                message.groupId(),
                message.epoch(),
                message.contentType(),
                message.authenticatedData()),
            message.ciphertext().array());
    AuthenticatedContent content = parse(message, senderData.leaf(), plaintext);
    return new Opened(content, senderData.leaf(), taken.next());
  }

  private static AuthenticatedContent parse(PrivateMessage message, long leaf, byte[] plaintext)
      throws Refused {
    try {
      TlsReader in = new TlsReader(plaintext);
      Content content = Content.read(message.contentType(), in);
      ContentAuth auth = ContentAuth.read(message.contentType(), in);
      requireZeros(in);
      return new AuthenticatedContent(
          WireFormat.PRIVATE_MESSAGE,
          new FramedContent(
              message.groupId(),
              message.epoch(),
              new Sender.Member(leaf),
              message.authenticatedData(),
              content),
          auth);
    } catch (Malformed e) {
      throw new Refused(Refusal.MALFORMED);
    }
  }

  private static void requireZeros(TlsReader in) throws Malformed {
    int start = in.position();
    int any = 0;
    for (byte one : in.rest()) {
      any |= one;
    }
    if (any != 0) {
      throw new Malformed(Malformed.Fault.PADDING, start);
    }
  }

  private static byte[] padded(AuthenticatedContent content, PaddingPolicy padding) {
    TlsWriter out = new TlsWriter().value(content.framed().content());
    content.auth().write(out);
    byte[] plain = out.toArray();
    int length = padding.paddedLength(plain.length);
    if (length < plain.length) {
      throw new IllegalStateException("the padding policy shortens");
    }
    return Arrays.copyOf(plain, length);
  }

  private static SecretTree.Kind kind(ContentType type) {
    return type == ContentType.APPLICATION
        ? SecretTree.Kind.APPLICATION
        : SecretTree.Kind.HANDSHAKE;
  }
}
