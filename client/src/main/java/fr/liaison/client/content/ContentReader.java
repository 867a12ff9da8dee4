package fr.liaison.client.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import fr.liaison.client.id.AttachmentId;
import fr.liaison.client.id.MessageId;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what another member sent: trusted to be theirs, not to be well formed. Never throws. */
public final class ContentReader {
  static final int VERSION = 1;
  private static final int LONGEST_TEXT = 10_000;
  private static final int LARGEST_PREVIEW = 2_048;
  private static final int HASH = 32;
  private static final double MOST = 9_007_199_254_740_991d;
  private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]*");
  private static final Pattern IMAGE = Pattern.compile("image/(jpeg|webp|png)");
  private static final int LONGEST_MEDIA_TYPE = 100;
  private static final int LONGEST_NAME = 255;
  private static final Pattern MEDIA = Pattern.compile("[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*");
  private static final Pattern NAME = Pattern.compile("[^\\x00-\\x1f\\x7f/\\\\]+");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
  private static final ObjectReader JSON =
      ContractJson.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ContentReader() {}

  public static Decoded read(Bytes plaintext) {
    try {
      JsonNode json = JSON.readTree(utf8(plaintext));
      if (!json.isObject() || !json.path("v").isNumber()) {
        return new Decoded.Damaged();
      }
      return json.path("v").doubleValue() == VERSION ? versionOne(json) : new Decoded.Newer();
    } catch (JsonProcessingException
        | CharacterCodingException
        | DateTimeException
        | IllegalArgumentException damaged) {
      return new Decoded.Damaged();
    }
  }

  private static Decoded versionOne(JsonNode json) {
    MessageId id = MessageId.parse(string(json.path("id")));
    String sentAt = string(json.path("sentAt"));
    requireTime(sentAt);
    return switch (json.path("type").asText("")) {
      case "text" -> new Decoded.Known(new Content.Text(id, sentAt, text(json.path("text"))));
      case "photo" ->
          new Decoded.Known(
              new Content.Photo(id, sentAt, photo(json.path("photo")), caption(json)));
      case "document" ->
          new Decoded.Known(
              new Content.Document(id, sentAt, document(json.path("document")), caption(json)));
      default -> new Decoded.Newer();
    };
  }

  private static @Nullable String caption(JsonNode json) {
    return json.has("caption") ? text(json.path("caption")) : null;
  }

  private static AttachmentReference photo(JsonNode json) {
    String mediaType = string(json.path("mediaType"));
    Bytes preview = json.has("preview") ? bytes(json.path("preview")) : null;
    require(IMAGE.matcher(mediaType).matches());
    require(preview == null || preview.length() <= LARGEST_PREVIEW);
    return new AttachmentReference(
        AttachmentId.parse(string(json.path("id"))),
        hash(json.path("key")),
        whole(json.path("size")),
        mediaType,
        hash(json.path("sha256")),
        whole(json.path("width")),
        whole(json.path("height")),
        preview);
  }

  private static DocumentReference document(JsonNode json) {
    String mediaType = string(json.path("mediaType"));
    String name = string(json.path("name"));
    require(mediaType.length() <= LONGEST_MEDIA_TYPE && MEDIA.matcher(mediaType).matches());
    require(name.length() <= LONGEST_NAME && NAME.matcher(name).matches());
    require(!name.equals(".") && !name.equals(".."));
    return new DocumentReference(
        AttachmentId.parse(string(json.path("id"))),
        hash(json.path("key")),
        whole(json.path("size")),
        mediaType,
        hash(json.path("sha256")),
        name);
  }

  private static Bytes hash(JsonNode value) {
    Bytes decoded = bytes(value);
    require(decoded.length() == HASH);
    return decoded;
  }

  private static Bytes bytes(JsonNode value) {
    String text = text(value);
    require(BASE64URL.matcher(text).matches());
    return Bytes.parse(text);
  }

  private static String text(JsonNode value) {
    String text = string(value);
    require(text.length() <= LONGEST_TEXT);
    return text;
  }

  private static String string(JsonNode value) {
    require(value.isTextual());
    return value.textValue();
  }

  /** As far as every client counts exactly. */
  private static long whole(JsonNode value) {
    double number = value.doubleValue();
    require(value.isNumber() && number >= 0 && number <= MOST && number == Math.rint(number));
    return value.canConvertToLong() ? value.longValue() : (long) number;
  }

  private static void requireTime(String text) {
    TIME.parse(text);
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("outside the format");
    }
  }

  private static String utf8(Bytes plaintext) throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(plaintext.toArray())).toString();
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
