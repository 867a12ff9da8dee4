package fr.liaison.client.cli;

import fr.liaison.client.content.Content;
import fr.liaison.client.content.Decoded;
import fr.liaison.client.conversation.Message;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.store.StoredMessage.Author;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message as one line: a JSON document, or words for a person. Never a key. */
final class MessageLine {
  private final Cli cli;

  MessageLine(Cli cli) {
    this.cli = cli;
  }

  void show(ConversationId id, Message message) {
    if (cli.json()) {
      cli.screen().json(document(id, message));
      return;
    }
    Author author = message.author();
    String who = author == null ? "" : author.name();
    cli.screen().heading(message.acceptedAt() + " · " + (message.own() ? "→" : who));
    cli.screen().line("  " + words(message));
  }

  private String words(Message message) {
    return switch (message.content()) {
      case Decoded.Known(Content.Text text) -> text.text();
      case Decoded.Known(Content.Photo photo) -> said("listen.photo", photo.caption());
      case Decoded.Known(Content.Document document) ->
          said("listen.document", document.document().name());
      case Decoded.Newer newer -> cli.screen().words().say("listen.newer");
      case Decoded.Damaged damaged -> cli.screen().words().say("listen.unreadable");
    };
  }

  private String said(String word, @Nullable String what) {
    return cli.screen().words().say(word, what == null ? "" : what);
  }

  private static Map<String, Object> document(ConversationId id, Message message) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("conversationId", id);
    line.put("sequence", message.sequence());
    line.put("acceptedAt", message.acceptedAt());
    line.put("senderDeviceId", message.sender());
    line.put("own", message.own());
    Author author = message.author();
    if (author != null) {
      line.put("nationalId", author.nationalId());
      line.put("name", author.name());
    }
    switch (message.content()) {
      case Decoded.Known(Content.Text text) -> add(line, "text", "text", text.text());
      case Decoded.Known(Content.Photo photo) -> add(line, "photo", "caption", photo.caption());
      case Decoded.Known(Content.Document document) -> {
        add(line, "document", "caption", document.caption());
        line.put("fileName", document.document().name());
        line.put("size", document.document().size());
      }
      case Decoded.Newer newer -> line.put("type", "newer");
      case Decoded.Damaged damaged -> line.put("type", "unreadable");
    }
    return line;
  }

  private static void add(
      Map<String, Object> line, String type, String member, @Nullable String value) {
    line.put("type", type);
    if (value != null) {
      line.put(member, value);
    }
  }
}
