package fr.liaison.client.api;

import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Call;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.Problem;
import fr.liaison.client.http.Reply;
import fr.liaison.client.http.Service;
import fr.liaison.client.id.AttachmentId;
import fr.liaison.client.id.ConversationId;
import fr.liaison.contracts.json.Bytes;
import java.util.Arrays;

/** The attachment-service: tus 1.0 uploads and ranged downloads of opaque bytes. */
public final class AttachmentApi {
  private final Http http;

  public AttachmentApi(Http http) {
    this.http = http;
  }

  /** Announces an upload of exactly {@code length} bytes. */
  public Answer<AttachmentId> create(ConversationId conversation, long length) {
    return http.send(
            tus(Call.post(Service.ATTACHMENT, "/v1/uploads"))
                .header("Upload-Length", Long.toString(length))
                .header("Liaison-Conversation", conversation.toString()))
        .then(AttachmentApi::named);
  }

  /**
   * Where the server stands; refused with 404 or 410 when it does not know the upload (any more).
   */
  public Answer<Long> offset(AttachmentId id) {
    return http.send(tus(Call.head(Service.ATTACHMENT, "/v1/uploads/" + id)))
        .then(AttachmentApi::offset);
  }

  /** Appends at the offset; answers the next one. Never repeated by itself: ask where it stands. */
  public Answer<Long> append(AttachmentId id, long offset, Bytes part) {
    return http.send(
            tus(Call.patch(Service.ATTACHMENT, "/v1/uploads/" + id))
                .header("Upload-Offset", Long.toString(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .bytes(part.toArray()))
        .then(AttachmentApi::offset);
  }

  /** Withdraws an upload that no message links. */
  public Answer<Reply> delete(AttachmentId id) {
    return http.send(tus(Call.delete(Service.ATTACHMENT, "/v1/uploads/" + id)));
  }

  /** Bytes from {@code from} up to, without, {@code to}. */
  public Answer<Bytes> range(AttachmentId id, long from, long to) {
    return http.send(
            Call.get(Service.ATTACHMENT, "/v1/attachments/" + id)
                .header("Range", "bytes=" + from + "-" + (to - 1)))
        .map(reply -> reply.status() == 206 ? reply.body() : cut(reply.body(), from, to));
  }

  /** A server may answer the whole instead of the range. */
  private static Bytes cut(Bytes whole, long from, long to) {
    int end = (int) Math.min(to, whole.length());
    int start = (int) Math.min(from, end);
    return Bytes.of(Arrays.copyOfRange(whole.toArray(), start, end));
  }

  private static Call tus(Call call) {
    return call.header("Tus-Resumable", "1.0.0");
  }

  private static Answer<AttachmentId> named(Reply reply) {
    String location = reply.header("Location");
    try {
      return new Answer.Done<>(
          AttachmentId.parse(location.substring(location.lastIndexOf('/') + 1)));
    } catch (IllegalArgumentException notOurs) {
      return new Answer.Refused<>(Problem.unexpected(reply.status()));
    }
  }

  private static Answer<Long> offset(Reply reply) {
    String offset = reply.header("Upload-Offset");
    return offset.matches("\\d{1,18}")
        ? new Answer.Done<>(Long.parseLong(offset))
        : new Answer.Refused<>(Problem.unexpected(reply.status()));
  }
}
