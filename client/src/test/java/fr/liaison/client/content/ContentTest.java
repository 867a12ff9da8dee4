package fr.liaison.client.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.liaison.client.WebVectors;
import fr.liaison.client.id.MessageId;
import fr.liaison.contracts.json.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MessageId ID = MessageId.parse("01938d2e-0000-7000-8000-0000000000a1");
  private static final String SENT_AT = "2026-11-21T22:00:00.000Z";

  @Test
  void whatTheWebClientWroteIsReadAndWrittenAgainByteForByte() {
    for (JsonNode vector : WebVectors.read().path("contents")) {
      Bytes written = Bytes.parse(vector.asText());

      assertThat(ContentReader.read(written)).isInstanceOf(Decoded.Known.class);
      if (ContentReader.read(written) instanceof Decoded.Known(Content content)) {
        assertThat(ContentWriter.write(content)).isEqualTo(written);
      }
    }
  }

  @Test
  void membersThatAreNotKnownAreIgnored() throws Exception {
    assertThat(changed(json -> json.put("later", 1))).isEqualTo(ContentReader.read(photo()));
  }

  @Test
  void newerVersionsAndTypesAreSaidToBeUnknown() throws Exception {
    assertThat(changed(json -> json.put("v", 2))).isInstanceOf(Decoded.Newer.class);
    assertThat(changed(json -> json.put("type", "hologram"))).isInstanceOf(Decoded.Newer.class);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void whatIsOutsideTheFormatIsRefusedWhole(Consumer<ObjectNode> damage) throws Exception {
    assertThat(changed(damage)).isInstanceOf(Decoded.Damaged.class);
  }

  static Stream<Consumer<ObjectNode>> damages() {
    return Stream.of(
        json -> json.put("id", "1"),
        json -> json.put("sentAt", "yesterday"),
        json -> json.put("v", "1"),
        json -> json.put("caption", "x".repeat(10_001)),
        json -> json.putNull("caption"),
        json -> json.withObject("photo").put("mediaType", "image/svg+xml"),
        json -> json.withObject("photo").put("key", "AAAA"),
        json -> json.withObject("photo").put("size", -1),
        json -> json.withObject("photo").put("size", 1.5),
        json -> json.withObject("photo").put("preview", "A".repeat(4_000)),
        json -> json.withObject("photo").put("sha256", "A".repeat(42) + "=="),
        json -> json.remove("photo"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b.pdf", "..", "a\\b", "a\nb", "\u0000"})
  void aDocumentHasANameAndNotAPath(String name) throws Exception {
    assertThat(changed(document(), json -> json.withObject("document").put("name", name)))
        .isInstanceOf(Decoded.Damaged.class);
  }

  @Test
  void theLimitsOfADocumentAreKept() throws Exception {
    assertThat(changed(document(), json -> json.withObject("document").put("mediaType", "PDF")))
        .isInstanceOf(Decoded.Damaged.class);
    assertThat(
            changed(document(), json -> json.withObject("document").put("name", "x".repeat(256))))
        .isInstanceOf(Decoded.Damaged.class);
    assertThat(changed(document(), json -> json.remove("document")))
        .isInstanceOf(Decoded.Damaged.class);
  }

  @Test
  void whatIsNotJsonIsDamaged() {
    Stream.of("", "[]", "null", "{}", "{", "{} {}", "\"v\"")
        .forEach(
            text ->
                assertThat(ContentReader.read(utf8(text)))
                    .as(text)
                    .isInstanceOf(Decoded.Damaged.class));
    assertThat(ContentReader.read(Bytes.of(new byte[] {(byte) 0xff, (byte) 0xfe})))
        .isInstanceOf(Decoded.Damaged.class);
  }

  @Test
  void contentThatNobodyWouldReadIsNotWritten() {
    Content.Text endless = new Content.Text(ID, SENT_AT, "x".repeat(10_001));

    assertThatThrownBy(() -> ContentWriter.write(endless))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(endless.toString()).doesNotContain("xxx");
  }

  private static Decoded changed(Consumer<ObjectNode> change) throws Exception {
    return changed(photo(), change);
  }

  private static Decoded changed(Bytes content, Consumer<ObjectNode> change) throws Exception {
    ObjectNode json = (ObjectNode) JSON.readTree(content.toArray());
    change.accept(json);
    return ContentReader.read(utf8(json.toString()));
  }

  private static Bytes photo() {
    return Bytes.parse(WebVectors.read().path("contents").get(1).asText());
  }

  private static Bytes document() {
    return Bytes.parse(WebVectors.read().path("contents").get(2).asText());
  }

  private static Bytes utf8(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
