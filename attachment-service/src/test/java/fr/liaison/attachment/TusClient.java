package fr.liaison.attachment;

import fr.liaison.attachment.Scene.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Speaks to the service the way a client does, well behaved or not. */
public final class TusClient {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Person person;

  public TusClient(Person person) {
    this.person = person;
  }

  public static int port() {
    return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class) == 0
        ? ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class)
        : ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
  }

  public static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** A request with the caller's token and device. */
  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(uri(path))
        .header("Authorization", "Bearer " + person.token())
        .header("Liaison-Device", person.device().toString());
  }

  public HttpRequest.Builder tus(String path) {
    return to(path).header("Tus-Resumable", "1.0.0");
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> announce(UUID conversation, long length) {
    return send(
        tus("/v1/uploads")
            .header("Upload-Length", Long.toString(length))
            .header("Liaison-Conversation", conversation.toString())
            .POST(BodyPublishers.noBody()));
  }

  public UUID create(UUID conversation, long length) {
    HttpResponse<String> created = announce(conversation, length);
    String location = created.headers().firstValue("Location").orElseThrow();
    return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
  }

  public HttpResponse<String> append(UUID upload, long offset, byte[] bytes) {
    return append(upload, offset, BodyPublishers.ofByteArray(bytes));
  }

  public HttpResponse<String> append(UUID upload, long offset, HttpRequest.BodyPublisher body) {
    return send(
        tus("/v1/uploads/" + upload)
            .header("Upload-Offset", Long.toString(offset))
            .header("Content-Type", "application/offset+octet-stream")
            .method("PATCH", body));
  }

  public HttpResponse<String> head(UUID upload) {
    return send(tus("/v1/uploads/" + upload).HEAD());
  }

  public long offset(UUID upload) {
    return head(upload).headers().firstValueAsLong("Upload-Offset").orElseThrow();
  }

  public HttpResponse<String> terminate(UUID upload) {
    return send(tus("/v1/uploads/" + upload).DELETE());
  }

  /** Uploads all of it and answers the id. */
  public UUID upload(UUID conversation, byte[] bytes) {
    UUID upload = create(conversation, bytes.length);
    append(upload, 0, bytes);
    return upload;
  }

  public HttpResponse<byte[]> download(UUID attachment, String... headers) {
    HttpRequest.Builder request = to("/v1/attachments/" + attachment);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request, BodyHandlers.ofByteArray());
  }

  /** Announces the bytes from the offset, sends fewer, and tears the connection down. */
  public void appendAndVanish(UUID upload, long offset, byte[] all, int sent) {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      OutputStream out = socket.getOutputStream();
      out.write(patchHead(upload, offset, all.length - offset));
      out.write(all, (int) offset, sent);
      out.flush();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A request that stays open after some of its bytes. */
  public Socket appendAndHang(UUID upload, long offset, byte[] all, int sent) throws IOException {
    Socket socket = new Socket("127.0.0.1", port());
    OutputStream out = socket.getOutputStream();
    out.write(patchHead(upload, offset, all.length - offset));
    out.write(all, (int) offset, sent);
    out.flush();
    return socket;
  }

  /** Sends raw bytes and answers the status line. */
  public static String raw(byte[] request) {
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      byte[] answer = in.readNBytes(12);
      return new String(answer, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] patchHead(UUID upload, long offset, long length) {
    return """
        PATCH /v1/uploads/%s HTTP/1.1
        Host: 127.0.0.1
        Authorization: Bearer %s
        Liaison-Device: %s
        Tus-Resumable: 1.0.0
        Content-Type: application/offset+octet-stream
        Upload-Offset: %d
        Content-Length: %d

        """
        .formatted(upload, person.token(), person.device(), offset, length)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
