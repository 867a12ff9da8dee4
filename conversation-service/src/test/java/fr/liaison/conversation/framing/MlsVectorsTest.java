package fr.liaison.conversation.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The working group's {@code messages.json} vectors, from the folder named by {@code
 * LIAISON_VECTORS} or beside the checkout; skipped where neither is there.
 */
class MlsVectorsTest {
  private static final Map<String, Class<? extends MlsMessage>> FIELDS =
      Map.of(
          "mls_welcome", MlsMessage.Welcome.class,
          "mls_group_info", MlsMessage.GroupInfo.class,
          "mls_key_package", MlsMessage.KeyPackage.class,
          "public_message_application", MlsMessage.PublicMessage.class,
          "public_message_proposal", MlsMessage.PublicMessage.class,
          "public_message_commit", MlsMessage.PublicMessage.class,
          "private_message", MlsMessage.PrivateMessage.class);

  @Test
  void everyWorkingGroupMessageIsUnderstood() throws IOException {
    for (JsonNode vector : vectors()) {
      FIELDS.forEach(
          (field, type) ->
              assertThat(MlsReader.read(bytes(vector, field)))
                  .as(field)
                  .isInstanceOfSatisfying(
                      Framing.Read.class, read -> assertThat(read.message()).isInstanceOf(type)));
    }
  }

  @Test
  void everyTruncationOfAWorkingGroupMessageIsAFault() throws IOException {
    JsonNode vector = vectors().get(0);
    for (String field : FIELDS.keySet()) {
      byte[] whole = bytes(vector, field);
      for (int length = 0; length < whole.length; length++) {
        assertThat(MlsReader.read(Arrays.copyOf(whole, length)))
            .as(field)
            .isInstanceOf(Framing.Malformed.class);
      }
    }
  }

  @Test
  void mutatedWorkingGroupMessagesNeverEscape() throws IOException {
    Random random = new Random(42);
    JsonNode vectors = vectors();
    List<String> fields = FIELDS.keySet().stream().sorted().toList();
    for (int round = 0; round < 40_000; round++) {
      JsonNode vector = vectors.get(random.nextInt(vectors.size()));
      byte[] mutated = bytes(vector, fields.get(random.nextInt(fields.size())));
      for (int change = random.nextInt(3); change >= 0; change--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      MlsReader.read(mutated);
    }
  }

  private static JsonNode vectors() throws IOException {
    Optional<Path> folder =
        Optional.ofNullable(System.getenv("LIAISON_VECTORS"))
            .map(Path::of)
            .or(
                () ->
                    Optional.of(root().resolveSibling("shared").resolve("vectors").resolve("mls")))
            .filter(Files::isDirectory);
    assumeTrue(
        folder.isPresent(), "MLS working group vectors: set LIAISON_VECTORS to their folder");
    return new ObjectMapper().readTree(folder.get().resolve("messages.json").toFile());
  }

  private static Path root() {
    return Path.of(System.getProperty("liaison.root", "..")).toAbsolutePath().normalize();
  }

  private static byte[] bytes(JsonNode vector, String field) {
    return HexFormat.of().parseHex(vector.get(field).textValue());
  }
}
