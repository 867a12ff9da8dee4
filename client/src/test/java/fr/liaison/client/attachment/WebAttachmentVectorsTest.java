package fr.liaison.client.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.client.WebVectors;
import fr.liaison.contracts.json.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebAttachmentVectorsTest {
  @TempDir private Path folder;

  @Test
  void filesAreSealedByteForByteAsTheWebClientSealsThem() throws Exception {
    JsonNode vectors = WebVectors.read();
    Bytes key = Bytes.parse(vectors.path("key").asText());

    assertThat(vectors.path("attachments")).isNotEmpty();
    for (JsonNode vector : vectors.path("attachments")) {
      int size = vector.path("size").asInt();
      byte[] sealed = seal(size, key);

      assertThat(sealed).as("size " + size).hasSize(vector.path("sealedLength").asInt());
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sealed)))
          .as("size " + size)
          .isEqualTo(vector.path("sealedSha256").asText());
    }
  }

  @Test
  void lengthsArePaddedAsTheWebClientPadsThem() {
    for (JsonNode pair : WebVectors.read().path("padme")) {
      assertThat(Padme.padded(pair.get(0).asLong())).isEqualTo(pair.get(1).asLong());
    }
  }

  private byte[] seal(int size, Bytes key) throws IOException {
    byte[] plaintext = new byte[size];
    for (int i = 0; i < size; i++) {
      plaintext[i] = (byte) (i % 251);
    }
    Path spool = folder.resolve("spool-" + size);
    SealedFile sealed = SealFile.seal(new ByteArrayInputStream(plaintext), size, spool, key);
    assertThat(sealed.sealedLength()).isEqualTo(Files.size(spool));
    return Files.readAllBytes(spool);
  }
}
