package fr.liaison.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.id.ConversationId;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
  private static final String ID = "01938d2e-0000-7000-8000-0000000000c1";

  @Test
  void aDeviceIsToldThatWhatItMissedIsKeptNoMore() {
    assertThat(
            FrameReader.read(
                "{\"type\":\"resync-required\",\"conversationId\":\"%s\",\"since\":\"2026-01-01T00:00:00Z\"}"
                    .formatted(ID)))
        .isEqualTo(
            new FrameReader.Incoming.ForProgram(
                new ServerFrame.ResyncRequired(ConversationId.parse(ID))));
  }

  @Test
  void framesOfANewerServerAreSkippedAndBrokenOnesAreNot() {
    assertThat(FrameReader.read("{\"type\":\"weather\"}"))
        .isInstanceOf(FrameReader.Incoming.Unknown.class);
    assertThat(FrameReader.read("{\"type\":\"resync-required\"}"))
        .isInstanceOf(FrameReader.Incoming.Malformed.class);
  }
}
