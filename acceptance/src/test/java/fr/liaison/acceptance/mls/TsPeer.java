package fr.liaison.acceptance.mls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The MLS library of {@code web} as a child process under Node, holding any number of clients. Each
 * request is answered before the next is sent; every client's state is encoded and decoded between
 * requests. Not for several threads at once.
 */
public final class TsPeer implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Path PROGRAM = Path.of("web", "target", "headless", "mls-peer.mjs");
  private static final Path LOG = Path.of("target", "mls-peer.log");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final BufferedWriter requests;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Thread shutdown;
  private long lastId;

  private TsPeer(Process process) {
    this.process = process;
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
    this.shutdown = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(shutdown);
    Thread.ofVirtual().start(this::listen);
  }

  /** Throws {@link IllegalStateException} with what to do when the program or Node is missing. */
  public static TsPeer start() {
    Path program = Path.of(System.getProperty("liaison.root", "..")).resolve(PROGRAM);
    if (!Files.isRegularFile(program)) {
      throw new IllegalStateException(
          PROGRAM + " is not built: run `npm run build:headless` in web");
    }
    try {
      Files.createDirectories(LOG.getParent());
      return new TsPeer(
          new ProcessBuilder("node", "--no-warnings", program.toString())
              .redirectError(ProcessBuilder.Redirect.appendTo(new File(LOG.toString())))
              .start());
    } catch (IOException missing) {
      throw new IllegalStateException("node did not start: is Node 20 on the PATH?", missing);
    }
  }

  /** A client of that name with a new signature key; {@code suite} is 1, 2 or 3. */
  public TsClient client(String name, int suite, byte[] identity) {
    ObjectNode fields = JSON.createObjectNode().put("suite", suite);
    JsonNode made = ask("client", name, Base64Url.put(fields, "identity", identity));
    return new TsClient(this, name, Base64Url.bytes(made, "signatureKey"));
  }

  /** What is under {@code ok}; throws {@link TsRefusal} when the library refused. */
  JsonNode ask(String operation, String client, ObjectNode fields) {
    long id = ++lastId;
    ObjectNode request = fields.put("id", id).put("op", operation).put("client", client);
    try {
      requests.write(JSON.writeValueAsString(request));
      requests.newLine();
      requests.flush();
      String line = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (line == null || line.isEmpty()) {
        throw new IllegalStateException("no answer to " + operation + ", see acceptance/" + LOG);
      }
      JsonNode answer = JSON.readTree(line);
      if (answer.path("id").asLong() != id) {
        throw new IllegalStateException("not the answer to " + operation);
      }
      if (answer.has("error")) {
        throw new TsRefusal(operation, answer.path("error").asText());
      }
      return answer.path("ok");
    } catch (IOException gone) {
      throw new UncheckedIOException("the peer ended, see acceptance/" + LOG, gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(answers::add);
    } catch (IOException | UncheckedIOException ended) {
      if (process.isAlive()) {
        throw new IllegalStateException(ended);
      }
    } finally {
      // Whoever waits need not wait for nothing.
      answers.add("");
    }
  }

  /** Ends the process by closing its input, or by force when it does not end. */
  @Override
  public void close() {
    try {
      requests.close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException ended) {
      process.destroyForcibly();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(shutdown);
  }
}
