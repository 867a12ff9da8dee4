package fr.liaison.client.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Writes version 1, byte for byte as the web client does. */
public final class ContentWriter {
  private static final Pattern LONE_SURROGATE =
      Pattern.compile(
          "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

  private ContentWriter() {}

  /** Throws {@link IllegalArgumentException} for content that no reader would take. */
  public static Bytes write(Content content) {
    ObjectNode json = ContractJson.mapper().createObjectNode();
    json.put("v", ContentReader.VERSION);
    switch (content) {
      case Content.Text text -> {
        head(json, "text", content);
        json.put("text", text.text());
      }
      case Content.Photo photo -> {
        head(json, "photo", content);
        json.set("photo", photo(photo.photo()));
        if (photo.caption() != null) {
          json.put("caption", photo.caption());
        }
      }
      case Content.Document document -> {
        head(json, "document", content);
        json.set("document", document(document.document()));
        if (document.caption() != null) {
          json.put("caption", document.caption());
        }
      }
    }
    Bytes written = Bytes.of(text(json).getBytes(StandardCharsets.UTF_8));
    if (!(ContentReader.read(written) instanceof Decoded.Known)) {
      throw new IllegalArgumentException("the content is outside the limits of its format");
    }
    return written;
  }

  private static void head(ObjectNode json, String type, Content content) {
    json.put("type", type);
    json.put("id", content.id().toString());
    json.put("sentAt", content.sentAt());
  }

  private static ObjectNode document(DocumentReference document) {
    ObjectNode json = ContractJson.mapper().createObjectNode();
    json.put("id", document.id().toString());
    json.put("key", document.key().toBase64Url());
    json.put("size", document.size());
    json.put("mediaType", document.mediaType());
    json.put("sha256", document.sha256().toBase64Url());
    json.put("name", document.name());
    return json;
  }

  private static ObjectNode photo(AttachmentReference photo) {
    ObjectNode json = ContractJson.mapper().createObjectNode();
    json.put("id", photo.id().toString());
    json.put("key", photo.key().toBase64Url());
    json.put("size", photo.size());
    json.put("mediaType", photo.mediaType());
    json.put("sha256", photo.sha256().toBase64Url());
    json.put("width", photo.width());
    json.put("height", photo.height());
    if (photo.preview() != null) {
      json.put("preview", photo.preview().toBase64Url());
    }
    return json;
  }

  /** Half a character cannot be written in UTF-8; JSON has an escape for it. */
  private static String text(ObjectNode json) {
    try {
      return LONE_SURROGATE
          .matcher(ContractJson.mapper().writeValueAsString(json))
          .replaceAll(half -> String.format("\\\\u%04x", (int) half.group().charAt(0)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
