package fr.liaison.acceptance.mls.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.mls.TsClient.Kind;
import fr.liaison.acceptance.mls.TsClient.Processed;

/** An application message, and what whoever reads it must find. */
record Mail(int sender, byte[] message, byte[] data, byte[] aad) {
  static Mail from(Member sender, byte[] data, byte[] aad) {
    return new Mail(sender.state().leaf(), sender.send(data, aad), data, aad);
  }

  void deliver(Member reader) {
    Processed read = reader.process(message);
    assertThat(read.kind()).isEqualTo(Kind.APPLICATION);
    assertThat(read.sender()).hasValue(sender);
    assertThat(read.data()).hasValue(data);
    assertThat(read.aad()).isEqualTo(aad);
  }
}
