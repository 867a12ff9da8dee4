package fr.liaison.platform;

import fr.liaison.platform.cli.Texts;
import fr.liaison.platform.layout.Checkout;
import fr.liaison.platform.layout.NotBuilt;
import fr.liaison.platform.layout.Programs;
import fr.liaison.platform.layout.RunDirectory;
import fr.liaison.platform.process.Resources;
import fr.liaison.platform.process.StartFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The commands behind {@code ./liaison}. Exit status 0: done; 1: it failed; 2: misunderstood. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(new ArrayList<>(List.of(arguments))));
  }

  private static int run(List<String> arguments) {
    String command = arguments.isEmpty() ? "help" : arguments.removeFirst();
    try {
      Map<String, String> environment = new HashMap<>(System.getenv());
      takePortOptions(arguments, environment);
      Checkout checkout = Checkout.find();
      RunDirectory directory = RunDirectory.of(checkout, environment);
      return switch (command) {
        case "up" -> new UpCommand(checkout, directory, environment).run(arguments);
        case "down" -> new DownCommand(directory).run();
        case "status" -> new StatusCommand(directory).run();
        case "logs" -> new LogsCommand(directory).run(arguments);
        case "reset" -> new ResetCommand(directory).run(arguments);
        case "train" ->
            new TrainCommand(Programs.in(checkout, Path.of(arguments.getFirst()))).run();
        case "help", "-h", "--help" -> help();
        default -> {
          System.err.println(Texts.get("unknownCommand", command));
          help();
          yield 2;
        }
      };
    } catch (StartFailed | NotBuilt e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (IOException e) {
      System.err.println(e);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** {@code --port-gateway=8081} stands for {@code LIAISON_PORT_GATEWAY=8081}. */
  private static void takePortOptions(List<String> arguments, Map<String, String> environment) {
    for (PortOf part : PortOf.values()) {
      String prefix = part.option() + "=";
      arguments.stream()
          .filter(argument -> argument.startsWith(prefix))
          .forEach(given -> environment.put(part.setting(), given.substring(prefix.length())));
      arguments.removeIf(argument -> argument.startsWith(prefix));
    }
  }

  private static int help() throws IOException {
    System.out.print(Resources.text(Texts.class, "help.txt"));
    return 0;
  }
}
