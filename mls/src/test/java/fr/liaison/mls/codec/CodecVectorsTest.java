package fr.liaison.mls.codec;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.vectors.Vectors;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CodecVectorsTest {
  @TestFactory
  Stream<DynamicTest> deserialization() throws IOException {
    return Vectors.each(
        "deserialization",
        vector -> {
          TlsReader in = new TlsReader(Vectors.bytes(vector, "vlbytes_header").array());

          assertThat(in.lengthPrefix()).isEqualTo(vector.get("length").asInt());
          assertThat(in.atEnd()).isTrue();
        });
  }
}
