package fr.liaison.acceptance.hostile;

import fr.liaison.acceptance.api.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A request that announces a body and never sends any of it. */
public final class UnsentBody {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private UnsentBody() {}

  /** The status of the answer, which must come without the body. */
  public static int announced(URI origin, String path, Api api, long length) throws IOException {
    StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\n");
    head.append("Host: ").append(origin.getAuthority()).append("\r\n");
    api.headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Type: application/json\r\n");
    head.append("Content-Length: ").append(length).append("\r\n\r\n");
    try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return Integer.parseInt(answer.readLine().split(" ")[1]);
    }
  }
}
