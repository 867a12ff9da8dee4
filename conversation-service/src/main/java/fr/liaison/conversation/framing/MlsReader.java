package fr.liaison.conversation.framing;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.framing.MlsMessage.Content;
import fr.liaison.conversation.framing.MlsMessage.ContentType;
import fr.liaison.conversation.framing.MlsMessage.Sender;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one MLSMessage (RFC 9420 section 6) completely. Total: any bytes of any length end in one
 * of the two outcomes, with memory bounded by the length of the input.
 */
public final class MlsReader {
  private static final int MOST_JOINERS = 2048;

  private final ByteCursor in;
  private final LeafReader leaves;
  private final ContentReader contents;

  private MlsReader(byte[] input) {
    this.in = new ByteCursor(input);
    this.leaves = new LeafReader(in);
    this.contents = new ContentReader(in, leaves);
  }

  public static Framing read(Bytes input) {
    return read(input.toArray());
  }

  static Framing read(byte[] input) {
    if (input.length == 0) {
      return new Framing.Malformed(0, Fault.EMPTY);
    }
    MlsReader reader = new MlsReader(input);
    MlsMessage message = reader.message();
    reader.in.end();
    Framing.Malformed fault = reader.in.fault();
    return fault != null ? fault : new Framing.Read(message);
  }

  private MlsMessage message() {
    leaves.version();
    int start = in.position();
    return switch (in.uint16()) {
      case 1 -> publicMessage();
      case 2 -> privateMessage();
      case 3 -> welcome();
      case 4 -> groupInfo();
      case 5 -> leaves.keyPackage();
      default -> {
        in.fail(start, Fault.WIRE_FORMAT);
        yield new MlsMessage.Welcome(0, List.of());
      }
    };
  }

  private MlsMessage publicMessage() {
    Bytes groupId = in.opaque();
    long epoch = in.uint63();
    Sender sender = sender();
    in.skipOpaque(); // authenticated data
    ContentType type = contentType();
    Content content =
        switch (type) {
          case APPLICATION -> {
            in.skipOpaque();
            yield new Content.Application();
          }
          case PROPOSAL -> new Content.OneProposal(contents.proposal());
          case COMMIT -> contents.commit();
        };
    in.skipOpaque(); // signature
    if (type == ContentType.COMMIT) {
      in.skipOpaque(); // confirmation tag
    }
    if (sender instanceof Sender.Member) {
      in.skipOpaque(); // membership tag
    }
    return new MlsMessage.PublicMessage(groupId, epoch, sender, content);
  }

  private MlsMessage privateMessage() {
    Bytes groupId = in.opaque();
    long epoch = in.uint63();
    ContentType type = contentType();
    in.skipOpaque(); // authenticated data
    in.skipOpaque(); // encrypted sender data
    in.skipOpaque(); // ciphertext
    return new MlsMessage.PrivateMessage(groupId, epoch, type);
  }

  private MlsMessage welcome() {
    int suite = in.uint16();
    List<Bytes> recipients = new ArrayList<>();
    in.vector(
        MOST_JOINERS,
        () -> {
          recipients.add(in.opaque());
          in.skipOpaque(); // KEM output
          in.skipOpaque(); // ciphertext
        });
    in.skipOpaque(); // encrypted group info
    return new MlsMessage.Welcome(suite, List.copyOf(recipients));
  }

  private MlsMessage groupInfo() {
    leaves.version();
    int suite = in.uint16();
    Bytes groupId = in.opaque();
    long epoch = in.uint63();
    in.skipOpaque(); // tree hash
    in.skipOpaque(); // confirmed transcript hash
    leaves.extensions();
    leaves.extensions();
    in.skipOpaque(); // confirmation tag
    long signer = in.uint32();
    in.skipOpaque(); // signature
    return new MlsMessage.GroupInfo(suite, groupId, epoch, signer);
  }

  private ContentType contentType() {
    int start = in.position();
    return switch (in.uint8()) {
      case 1 -> ContentType.APPLICATION;
      case 2 -> ContentType.PROPOSAL;
      case 3 -> ContentType.COMMIT;
      default -> {
        in.fail(start, Fault.CONTENT_TYPE);
        yield ContentType.APPLICATION;
      }
    };
  }

  private Sender sender() {
    int start = in.position();
    return switch (in.uint8()) {
      case 1 -> new Sender.Member(in.uint32());
      case 2 -> new Sender.External(in.uint32());
      case 3 -> new Sender.NewMemberProposal();
      case 4 -> new Sender.NewMemberCommit();
      default -> {
        in.fail(start, Fault.SENDER_TYPE);
        yield new Sender.NewMemberProposal();
      }
    };
  }
}
