package fr.liaison.client.cli;

import fr.liaison.client.auth.DeviceLogin;
import fr.liaison.client.auth.PersonTokens;
import fr.liaison.client.store.Store;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Ends the person's session; the device and its conversations stay. */
@Command(name = "logout")
final class LogoutCommand implements Callable<Integer> {
  private final Cli cli;

  LogoutCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    try (Store store = cli.openStore()) {
      PersonTokens.logout(cli.realm(), DeviceLogin.CLIENT, store);
      cli.screen().note("logout.done");
      return ExitCode.OK.number();
    }
  }
}
