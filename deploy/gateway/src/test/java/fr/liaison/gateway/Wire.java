package fr.liaison.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One bare connection to the gateway, to send what no decent client would. */
final class Wire implements AutoCloseable {
  private final Socket socket;

  Wire(URI origin) throws IOException {
    socket = new Socket("127.0.0.1", origin.getPort());
    socket.setSoTimeout(60_000);
    socket.setTcpNoDelay(true);
  }

  /** A decent request for a WebSocket. */
  static String upgrade(String path, String bearer) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
        + bearer
        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
  }

  Wire send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** Sends until the other side has had enough; true when all of it was taken. */
  boolean sendAll(byte[] block, int times, boolean chunked) throws IOException {
    try {
      for (int i = 0; i < times; i++) {
        if (chunked) {
          send(Integer.toHexString(block.length) + "\r\n");
        }
        socket.getOutputStream().write(block);
        if (chunked) {
          send("\r\n");
        }
      }
      return true;
    } catch (SocketException e) {
      return false;
    }
  }

  /** Everything until the other side closes; what came before a reset counts. */
  String readAll() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (SocketException e) {
      // The reset is the end; what was read stays.
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  /** The length of one chunked body on a connection that stays open; none of it is kept. */
  long countChunks() throws IOException {
    long sum = 0;
    for (int size = chunk(); size > 0; size = chunk()) {
      socket.getInputStream().skipNBytes(size);
      sum += size;
      readTo("\r\n");
    }
    return sum;
  }

  private int chunk() throws IOException {
    return Integer.parseInt(readTo("\r\n").strip(), 16);
  }

  /** The body of one answer on a connection that stays open. */
  String readBody() throws IOException {
    String head = readHead().toLowerCase(Locale.ROOT);
    int start = head.indexOf("content-length: ") + "content-length: ".length();
    int length = Integer.parseInt(head.substring(start, head.indexOf("\r", start)));
    return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
  }

  /** The status line and headers of one answer. */
  String readHead() throws IOException {
    return readTo("\r\n\r\n");
  }

  private String readTo(String mark) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf(mark) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
