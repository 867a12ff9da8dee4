package fr.liaison.client.cli;

import fr.liaison.client.http.CallFailed;
import fr.liaison.client.store.StoreDamaged;
import fr.liaison.client.store.StoreUnavailable;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;

/** {@code ./liaison cli}: runs one command and ends with its {@link ExitCode}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Screen screen =
        new Screen(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            Words.of(System.getenv()),
            Boolean.getBoolean("liaison.terminal") && System.getenv("NO_COLOR") == null);
    System.exit(run(screen, System.getenv(), arguments));
  }

  static int run(Screen screen, Map<String, String> environment, String... arguments) {
    Cli cli = new Cli(screen, environment);
    CommandLine line = new CommandLine(cli);
    line.addSubcommand(new LoginCommand(cli))
        .addSubcommand(new LogoutCommand(cli))
        .addSubcommand(new SearchCommand(cli))
        .addSubcommand(new CardCommand(cli))
        .addSubcommand(new DevicesCommand(cli))
        .addSubcommand(new ConversationsCommand(cli))
        .addSubcommand(new SendCommand(cli))
        .addSubcommand(new ListenCommand(cli))
        .addSubcommand(new LetterCommand(cli))
        .addSubcommand(new VerifyCommand(cli))
        .addSubcommand(new RegisterCommand(cli));
    line.setResourceBundle(screen.words().bundle());
    line.setOut(screen.out()).setErr(screen.err());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            screen.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setExecutionExceptionHandler((failure, command, parsed) -> end(screen, failure));
    line.setExecutionStrategy(new CommandLine.RunLast());
    if (arguments.length == 0) {
      line.usage(screen.out());
      return ExitCode.USAGE.number();
    }
    return line.execute(arguments);
  }

  /** A bug shows the types of what failed, never the content of a message. */
  private static int end(Screen screen, Exception failure) {
    switch (failure) {
      case CommandEnd end -> {
        screen.note(end.word(), end.arguments());
        return end.code().number();
      }
      case StoreDamaged damaged -> screen.note("state.damaged");
      case StoreUnavailable unavailable -> screen.note("state.unusable");
      case CallFailed failed -> {
        screen.note("unreachable");
        return ExitCode.UNREACHABLE.number();
      }
      default -> {
        screen.note("bug", failure.getClass().getName());
        return ExitCode.BUG.number();
      }
    }
    return ExitCode.STATE.number();
  }
}
