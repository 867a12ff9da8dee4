package fr.liaison.acceptance.javaclient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.client.auth.DeviceGrant;
import fr.liaison.client.auth.DeviceLogin;
import fr.liaison.client.auth.LoginOutcome;
import fr.liaison.client.auth.PersonTokens;
import fr.liaison.client.auth.Realm;
import fr.liaison.client.store.StateFolder;
import fr.liaison.client.store.Store;
import fr.liaison.client.store.StoreOpening;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line in processes of its own, over one local state. */
public final class CommandLine {
  private final URI origin;
  private final Path state;
  private final Map<String, String> environment;

  private CommandLine(URI origin, Path state, Map<String, String> environment) {
    this.origin = origin;
    this.state = state;
    this.environment = environment;
  }

  /** What a command wrote to standard output, and how it ended. */
  public record Result(int exit, String out) {
    /** The last line as JSON. */
    public JsonNode json() throws IOException {
      return new ObjectMapper().readTree(out.lines().reduce("", (before, line) -> line));
    }
  }

  /** The person confirmed the login in another browser. */
  public static CommandLine loggedIn(URI origin, DemoPerson person, Path state) throws IOException {
    Realm realm = new Realm(origin);
    DeviceLogin login = new DeviceLogin(realm, DeviceLogin.CLIENT);
    DeviceGrant grant = login.begin().orThrow();
    HeadlessLogin.confirmDevice(origin.toString(), person, grant.pageWithCode());
    LoginOutcome.LoggedIn outcome = (LoginOutcome.LoggedIn) login.await(grant);
    try (Store store = ((StoreOpening.Opened) new StateFolder(state).open()).store()) {
      PersonTokens.begin(realm, DeviceLogin.CLIENT, store, outcome.tokens());
    }
    return new CommandLine(origin, state, Map.of());
  }

  /** A program with credentials of its own; nobody logs in. */
  public static CommandLine program(URI origin, String clientId, Path secretFile, Path state) {
    return new CommandLine(
        origin,
        state,
        Map.of("LIAISON_CLIENT_ID", clientId, "LIAISON_CLIENT_SECRET_FILE", secretFile.toString()));
  }

  public Result run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("fr.liaison.client.cli.Main");
    command.addAll(List.of(arguments));
    command.addAll(List.of("--origin", origin.toString(), "--state", state.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), out);
  }
}
