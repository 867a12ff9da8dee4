package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadTwiceTest {
  @Test
  void whatWasReadComesAgain() throws IOException {
    byte[] bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    try (ReadTwice twice = ReadTwice.of(new ByteArrayInputStream(bytes))) {
      InputStream first = twice.first();
      assertThat(first.read()).isEqualTo(bytes[0] & 0xff);
      assertThat(first.readAllBytes()).hasSize(bytes.length - 1);
      assertThat(first.read()).isNegative();

      assertThat(twice.again().readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void aDiskThatFailsIsNoStreamThatBroke() throws IOException {
    ReadTwice twice = ReadTwice.of(new ByteArrayInputStream(new byte[10]));
    InputStream again = twice.again();
    twice.close();

    assertThatThrownBy(again::readAllBytes).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> twice.first().readAllBytes()).isInstanceOf(UncheckedIOException.class);
  }
}
