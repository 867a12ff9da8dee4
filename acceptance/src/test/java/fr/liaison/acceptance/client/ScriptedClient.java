package fr.liaison.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.acceptance.login.DemoPerson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Somebody's messenger as a child process under Node: the core of {@code web}, told what to do and
 * telling what it shows, one JSON line each. Commands are answered in order.
 */
public final class ScriptedClient implements AutoCloseable {
  private static final Path PROGRAM = Path.of("web", "target", "headless", "client.mjs");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final BufferedWriter commands;
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final Map<String, ShownMessage> shown = new ConcurrentHashMap<>();

  private ScriptedClient(Process process) {
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofVirtual().start(this::listen);
  }

  /** Logs in, enrols a device of its own, and returns once the client is connected. */
  public static ScriptedClient start(String origin, DemoPerson person) throws IOException {
    Path program = Path.of(System.getProperty("liaison.root")).resolve(PROGRAM);
    Process process =
        new ProcessBuilder(
                "node",
                "--experimental-websocket",
                "--no-warnings",
                program.toString(),
                origin,
                person.userName(),
                person.password(),
                person.throughProSanteConnect() ? "psc" : "staff")
            .redirectError(new File("target/client-" + person.name().toLowerCase() + ".log"))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    ScriptedClient client = new ScriptedClient(process);
    // The first command is read only after login and connection.
    client.command(Map.of("do", "search", "q", "petit nantes"));
    return client;
  }

  /** The practitioner id of the first person found. */
  public String find(String words) throws IOException {
    return command(Map.of("do", "search", "q", words)).path("items").path(0).path("id").asText();
  }

  /** The id of the one-to-one conversation with that person. */
  public String direct(String practitioner) throws IOException {
    return command(Map.of("do", "direct", "practitioner", practitioner))
        .path("conversation")
        .asText();
  }

  /** Puts the text into the client's outbox; whether it arrives is seen in {@link #shown()}. */
  public void write(String conversation, String text) throws IOException {
    command(Map.of("do", "text", "conversation", conversation, "text", text));
  }

  /** Everything shown so far, in the order of the conversation; unaccepted messages first. */
  public List<ShownMessage> shown() {
    return shown.values().stream()
        .sorted(Comparator.comparingLong(ShownMessage::sequence))
        .toList();
  }

  private JsonNode command(Map<String, String> command) throws IOException {
    commands.write(JSON.writeValueAsString(command));
    commands.newLine();
    commands.flush();
    try {
      JsonNode answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (answer == null) {
        throw new IllegalStateException("the client did not answer to " + command.get("do"));
      }
      if ("error".equals(answer.path("is").asText())) {
        throw new IllegalStateException(
            "the client could not " + command.get("do") + ": " + answer.path("code").asText());
      }
      return answer;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode news = JSON.readTree(line);
        switch (news.path("is").asText()) {
          case "done", "error" -> answers.add(news);
          case "item" -> show(news.path("item"));
          default -> {}
        }
      }
    } catch (IOException ended) {
      if (process.isAlive()) {
        throw new UncheckedIOException(ended);
      }
    }
  }

  private void show(JsonNode item) {
    if ("message".equals(item.path("kind").asText())) {
      ShownMessage message = ShownMessage.of(item);
      shown.put(message.id(), message);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
