package fr.liaison.client.cli;

import fr.liaison.client.Liaison;
import fr.liaison.client.auth.DeviceLogin;
import fr.liaison.client.auth.PersonTokens;
import fr.liaison.client.auth.Realm;
import fr.liaison.client.auth.SoftwareLogin;
import fr.liaison.client.conversation.ChangeOutcome;
import fr.liaison.client.conversation.ConversationListener;
import fr.liaison.client.conversation.Messenger;
import fr.liaison.client.conversation.OpenOutcome;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.http.AccessTokens;
import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Problem;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.client.store.StateFolder;
import fr.liaison.client.store.Store;
import fr.liaison.client.store.StoreOpening;
import fr.liaison.contracts.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What all commands share: which Liaison, which local state, how to write. */
@Command(
    name = "liaison",
    version = "Liaison 0.1.0",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT)
final class Cli {
  private final Screen screen;
  private final Map<String, String> environment;

  @Option(names = "--origin", paramLabel = "URL", scope = ScopeType.INHERIT)
  private String origin = "";

  @Option(names = "--state", paramLabel = "FOLDER", scope = ScopeType.INHERIT)
  private String state = "";

  @Option(names = "--json", scope = ScopeType.INHERIT)
  private boolean json;

  Cli(Screen screen, Map<String, String> environment) {
    this.screen = screen;
    this.environment = environment;
  }

  Screen screen() {
    return screen;
  }

  boolean json() {
    return json;
  }

  URI origin() {
    String fallback = environment.getOrDefault("LIAISON_ORIGIN", "http://localhost:8080");
    String wanted = origin.isEmpty() ? fallback : origin;
    return URI.create(wanted.endsWith("/") ? wanted.substring(0, wanted.length() - 1) : wanted);
  }

  Realm realm() {
    return new Realm(origin());
  }

  /** One folder per Liaison, below the person's state folder. */
  private StateFolder stateFolder() {
    if (!state.isEmpty()) {
      return new StateFolder(Path.of(state));
    }
    String home = environment.getOrDefault("HOME", ".");
    String base = environment.getOrDefault("XDG_STATE_HOME", home + "/.local/state");
    return new StateFolder(Path.of(base, "liaison", origin().getRawAuthority()));
  }

  Store openStore() {
    try {
      return switch (stateFolder().open()) {
        case StoreOpening.Opened(Store store) -> store;
        case StoreOpening.InUse inUse -> throw new CommandEnd(ExitCode.STATE, "state.inUse");
        case StoreOpening.WrongKey wrong -> throw new CommandEnd(ExitCode.STATE, "state.wrongKey");
        case StoreOpening.KeyUnusable key ->
            throw new CommandEnd(ExitCode.STATE, "state.keyUnusable");
        case StoreOpening.Damaged damaged -> throw new CommandEnd(ExitCode.STATE, "state.damaged");
        case StoreOpening.TooNew tooNew -> throw new CommandEnd(ExitCode.STATE, "state.tooNew");
      };
    } catch (IOException unusable) {
      throw new CommandEnd(ExitCode.STATE, "state.unusable");
    }
  }

  Liaison open(Store store) {
    return Liaison.at(origin(), tokens(store), store);
  }

  /** A program's own credentials when the environment names them, else the person's login. */
  private AccessTokens tokens(Store store) {
    String client = environment.getOrDefault("LIAISON_CLIENT_ID", "");
    return client.isEmpty()
        ? PersonTokens.stored(realm(), DeviceLogin.CLIENT, store)
        : SoftwareLogin.tokens(realm(), client, secret());
  }

  private String secret() {
    String file = environment.getOrDefault("LIAISON_CLIENT_SECRET_FILE", "");
    if (file.isEmpty()) {
      throw new CommandEnd(ExitCode.USAGE, "login.secretMissing");
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("LIAISON_CLIENT_SECRET_FILE", unreadable);
    }
  }

  /** The messenger of the device this state is; ends the command where it is none. */
  Messenger messenger(Store store, ConversationListener listener) {
    return done(open(store).messenger(device(store), listener));
  }

  /** The device this state is; ends the command where it is none. */
  static EnrolledDevice device(Store store) {
    return store
        .read(EnrolledDevice::load)
        .orElseThrow(() -> new CommandEnd(ExitCode.STATE, "state.noDevice"));
  }

  void sync(Messenger messenger) {
    switch (messenger.sync()) {
      case ChangeOutcome.Done done -> {}
      case ChangeOutcome.NotIn notIn -> {}
      case ChangeOutcome.TryAgain later ->
          throw new CommandEnd(ExitCode.UNREACHABLE, "unreachable");
      case ChangeOutcome.Refused(Problem problem) -> throw end(problem);
    }
  }

  /**
   * By their ids: whom the person named is known to them, and names stay out of logs of commands.
   */
  static CommandEnd unproven(List<PractitionerId> people) {
    return new CommandEnd(ExitCode.REFUSED, "send.unproven", ids(people));
  }

  static String ids(List<PractitionerId> people) {
    return people.stream().map(PractitionerId::toString).collect(Collectors.joining(", "));
  }

  static ConversationId opened(OpenOutcome outcome) {
    return switch (outcome) {
      case OpenOutcome.Opened(ConversationId id) -> id;
      case OpenOutcome.NobodyThere nobody -> throw new CommandEnd(ExitCode.REFUSED, "send.nobody");
      case OpenOutcome.KeysUnproven unproven -> throw unproven(unproven.people());
      case OpenOutcome.Departed departed -> throw new CommandEnd(ExitCode.REFUSED, "send.departed");
      case OpenOutcome.CardUnsound unsound ->
          throw new CommandEnd(ExitCode.REFUTED, CardLines.word(unsound.cause()));
      case OpenOutcome.Unreachable gone ->
          throw new CommandEnd(ExitCode.UNREACHABLE, "unreachable");
      case OpenOutcome.Refused(Problem problem) -> throw end(problem);
    };
  }

  /** The value, or the end of the command. */
  static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(T value) -> value;
      case Answer.Unreachable<T>() -> throw new CommandEnd(ExitCode.UNREACHABLE, "unreachable");
      case Answer.Refused<T>(Problem problem) -> throw end(problem);
    };
  }

  static CommandEnd end(Problem problem) {
    if (problem.is(ProblemType.STEP_UP_REQUIRED)) {
      return new CommandEnd(ExitCode.SIGNED_OUT, "login.again");
    }
    return problem.status() == 401
        ? new CommandEnd(ExitCode.SIGNED_OUT, "login.needed")
        : new CommandEnd(ExitCode.REFUSED, "refused", problem.code());
  }
}
