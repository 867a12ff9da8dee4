package fr.liaison.directory.register;

import fr.liaison.directory.Api;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** An upload of the shipped register that goes on with repeated rows until the test ends it. */
public final class RunningUpload {
  private final UUID id = UUID.randomUUID();
  private final CompletableFuture<Api.Answer> answer;
  private volatile String ending = "";

  public RunningUpload(Api administrator) throws IOException {
    String text = SyntheticRegister.text();
    String row = text.substring(text.indexOf('\n') + 1, text.indexOf('\n', 5000) + 1);
    HttpRequest.Builder request =
        administrator
            .request("/v1/register-imports?registerDate=2026-11-20&id=" + id)
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(text, row)));
    answer =
        CompletableFuture.supplyAsync(
            () -> administrator.send(request), Executors.newVirtualThreadPerTaskExecutor());
  }

  public UUID id() {
    return id;
  }

  public String path() {
    return "/v1/register-imports/" + id;
  }

  /** Ends the file as it should. */
  public Api.Answer finish() {
    ending = "\n";
    return answer.join();
  }

  /** Ends the file in the middle of a row. */
  public Api.Answer cut() {
    ending = "8|997";
    return answer.join();
  }

  private final class Endless extends InputStream {
    private final byte[] rows;
    private byte[] current;
    private int position;
    private boolean over;

    Endless(String start, String rows) {
      this.current = start.getBytes(StandardCharsets.UTF_8);
      this.rows = rows.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read() {
      if (position == current.length) {
        if (over) {
          return -1;
        }
        over = !ending.isEmpty();
        current = over ? ending.getBytes(StandardCharsets.UTF_8) : rows;
        position = 0;
      }
      return current[position++] & 0xff;
    }
  }
}
