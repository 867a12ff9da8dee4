package fr.liaison.conversation.framing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.MlsBytes;
import fr.liaison.conversation.MlsBytes.Out;
import fr.liaison.conversation.framing.MlsMessage.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The reader is total: well-framed messages are understood, everything else is a named fault. */
class MlsReaderTest {
  private static final UUID GROUP = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private final MlsBytes mls = new MlsBytes(7);

  @Test
  void aCommitIsReadWithItsProposals() {
    byte[] key = mls.noise(32);
    var read = (Framing.Read) MlsReader.read(mls.commit(GROUP, 4, List.of(key), List.of(2, 3)));
    var message = (MlsMessage.PublicMessage) read.message();
    assertThat(message.groupId()).isEqualTo(Bytes.of(MlsBytes.groupId(GROUP)));
    assertThat(message.epoch()).isEqualTo(4);
    assertThat(message.sender()).isEqualTo(new MlsMessage.Sender.Member(0));
    var commit = (Content.Commit) message.content();
    assertThat(commit.path()).isTrue();
    assertThat(commit.proposals()).hasSize(3);
    var add = (MlsMessage.Proposal.Add) commit.proposals().getFirst();
    assertThat(add.keyPackage().leaf().signatureKey()).isEqualTo(Bytes.of(key));
    assertThat(commit.proposals().subList(1, 3))
        .containsExactly(new MlsMessage.Proposal.Remove(2), new MlsMessage.Proposal.Remove(3));
  }

  @Test
  void theOtherWireFormatsAreRead() {
    assertThat(read(mls.message(GROUP, 9, 100)))
        .isEqualTo(
            new MlsMessage.PrivateMessage(
                Bytes.of(MlsBytes.groupId(GROUP)), 9, MlsMessage.ContentType.APPLICATION));
    assertThat(((MlsMessage.Welcome) read(mls.welcome(3))).recipients()).hasSize(3);
    assertThat(((MlsMessage.GroupInfo) read(mls.groupInfo(GROUP, 2))).epoch()).isEqualTo(2);
    assertThat(((MlsMessage.KeyPackage) read(mls.keyPackage(mls.noise(32)))).cipherSuite())
        .isEqualTo(1);
  }

  @Test
  void everyTruncationIsAFaultWithinTheInput() {
    for (byte[] whole : samples()) {
      for (int length = 0; length < whole.length; length++) {
        Framing framing = MlsReader.read(Arrays.copyOf(whole, length));
        assertThat(framing).isInstanceOf(Framing.Malformed.class);
        assertThat(((Framing.Malformed) framing).offset()).isBetween(0, length);
      }
    }
  }

  @Test
  void aTrailingByteIsAFault() {
    for (byte[] whole : samples()) {
      assertThat(MlsReader.read(Arrays.copyOf(whole, whole.length + 1)))
          .isEqualTo(new Framing.Malformed(whole.length, Fault.TRAILING_BYTES));
    }
  }

  @Test
  void aClaimedGigabyteIsRefusedWithoutBeingAllocated() {
    byte[] bomb = new Out().u16(1).u16(2).u32(0xBFFFFFFFL).u16(0).bytes();
    assertThat(MlsReader.read(bomb)).isEqualTo(new Framing.Malformed(4, Fault.LENGTH_BEYOND_INPUT));
  }

  @Test
  void aLengthInMoreBytesThanNeededIsAFault() {
    byte[] padded = new Out().u16(1).u16(2).u16(0x4001).u8(7).bytes();
    assertThat(MlsReader.read(padded))
        .isEqualTo(new Framing.Malformed(4, Fault.LENGTH_NOT_MINIMAL));
    byte[] forbidden = new Out().u16(1).u16(2).u8(0xC0).bytes();
    assertThat(MlsReader.read(forbidden))
        .isEqualTo(new Framing.Malformed(4, Fault.LENGTH_NOT_MINIMAL));
  }

  @Test
  void anotherProtocolVersionOrWireFormatIsAFault() {
    assertThat(MlsReader.read(new Out().u16(2).u16(2).bytes()))
        .isEqualTo(new Framing.Malformed(0, Fault.VERSION));
    assertThat(MlsReader.read(new Out().u16(1).u16(6).bytes()))
        .isEqualTo(new Framing.Malformed(2, Fault.WIRE_FORMAT));
  }

  @Test
  void anEpochBeyondSixtyThreeBitsIsAFault() {
    byte[] message = new Out().u16(1).u16(2).opaque((byte) 1).u64(-1).u8(1).bytes();
    assertThat(MlsReader.read(message)).isEqualTo(new Framing.Malformed(6, Fault.NUMBER_TOO_LARGE));
  }

  @Test
  void randomBytesAndMutationsNeverEscape() {
    Random random = new Random(20_260_101);
    for (int round = 0; round < 30_000; round++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      MlsReader.read(noise);
    }
    List<byte[]> samples = samples();
    for (int round = 0; round < 60_000; round++) {
      byte[] mutated = samples.get(random.nextInt(samples.size())).clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      Framing framing = MlsReader.read(mutated);
      if (framing instanceof Framing.Malformed malformed) {
        assertThat(malformed.offset()).isBetween(0, mutated.length);
      }
    }
  }

  private List<byte[]> samples() {
    return List.of(
        mls.commit(GROUP, 1, List.of(mls.noise(32)), List.of(5)),
        mls.commit(GROUP, 1, List.of(), List.of(), false),
        mls.message(GROUP, 3, 80),
        mls.welcome(2),
        mls.groupInfo(GROUP, 0),
        mls.keyPackage(mls.noise(32)));
  }

  private static MlsMessage read(byte[] bytes) {
    return ((Framing.Read) MlsReader.read(bytes)).message();
  }
}
