package fr.liaison.mls.group;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.ContentType;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PrivateMessage;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.message.WireFormat;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.schedule.SecretTree;
import fr.liaison.mls.schedule.SenderData;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PaddingTest {
  private static final Bytes GUARD = Bytes.wrap(new byte[SenderData.GUARD_LENGTH]);

  @Test
  void paddingMustBeZeroAndMayBeOfAnyLength() {
    Room room = Room.of("ada", "ben");
    assertThat(room.group("ben").receive(sealed(room, 0, 0))).isInstanceOf(Received.Message.class);
    assertThat(room.group("ben").receive(sealed(room, 700, 0)))
        .isInstanceOf(Received.Message.class);
    assertThat(room.group("ben").receive(sealed(room, 700, 1)))
        .isEqualTo(new Received.Refused(Refusal.MALFORMED));
  }

  /** A message of Ada's with so much padding, of which the last byte is given. */
  private static MlsMessage sealed(Room room, int padding, int last) {
    CipherSuite suite = Scene.SUITE;
    GroupState state = room.group("ada").state();
    Bytes groupId = state.open().context().groupId();
    FramedContent framed =
        new FramedContent(
            groupId,
            1,
            new Sender.Member(0),
            Bytes.EMPTY,
            new Content.Application(Scene.text("padded")));
    AuthenticatedContent signed =
        AuthenticatedContent.signed(
            suite,
            room.person("ada").key(),
            WireFormat.PRIVATE_MESSAGE,
            framed,
            state.open().context().encoded());
    TlsWriter out = new TlsWriter().value(framed.content());
    signed.auth().write(out);
    byte[] plain = Arrays.copyOf(out.toArray(), out.toArray().length + padding);
    if (last != 0) {
      plain[plain.length - 1] = (byte) last;
    }
    SecretTree.Taken taken = state.keys().advance(0, SecretTree.Kind.APPLICATION);
    byte[] ciphertext =
        suite.seal(
            taken.key().key(),
            taken.key().guarded(GUARD),
            PrivateMessage.contentAad(groupId, 1, ContentType.APPLICATION, Bytes.EMPTY),
            plain);
    byte[] senderData =
        new SenderData(0, taken.key().generation(), GUARD)
            .seal(
                suite,
                state.secrets().senderData(),
                ciphertext,
                PrivateMessage.senderDataAad(groupId, 1, ContentType.APPLICATION));
    return new MlsMessage.Private(
        new PrivateMessage(
            groupId,
            1,
            ContentType.APPLICATION,
            Bytes.EMPTY,
            Bytes.wrap(senderData),
            Bytes.wrap(ciphertext)));
  }
}
