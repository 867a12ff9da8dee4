package fr.liaison.client.cli;

import fr.liaison.client.auth.DeviceGrant;
import fr.liaison.client.auth.DeviceLogin;
import fr.liaison.client.auth.LoginOutcome;
import fr.liaison.client.auth.PersonTokens;
import fr.liaison.client.auth.TokenSet;
import fr.liaison.client.store.Store;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Logs a person in who has a browser; the session is kept in the local state. */
@Command(name = "login")
final class LoginCommand implements Callable<Integer> {
  private final Cli cli;

  LoginCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    try (Store store = cli.openStore()) {
      DeviceLogin login = new DeviceLogin(cli.realm(), DeviceLogin.CLIENT);
      DeviceGrant grant = Cli.done(login.begin());
      show(grant);
      return switch (login.await(grant)) {
        case LoginOutcome.LoggedIn(TokenSet tokens) -> keep(store, tokens);
        case LoginOutcome.Denied denied -> throw end(ExitCode.REFUSED, "login.denied");
        case LoginOutcome.Expired expired -> throw end(ExitCode.SIGNED_OUT, "login.expired");
        case LoginOutcome.Misconfigured(String error) ->
            throw new CommandEnd(ExitCode.REFUSED, "refused", error);
        case LoginOutcome.Unreachable gone -> throw end(ExitCode.UNREACHABLE, "unreachable");
      };
    }
  }

  private int keep(Store store, TokenSet tokens) {
    var kept = PersonTokens.begin(cli.realm(), DeviceLogin.CLIENT, store, tokens);
    Cli.done(kept.accessToken(""));
    if (cli.json()) {
      cli.screen().json(Map.of("loggedIn", true));
    } else {
      cli.screen().note("login.done");
    }
    return ExitCode.OK.number();
  }

  private void show(DeviceGrant grant) {
    if (cli.json()) {
      cli.screen()
          .json(
              Map.of(
                  "page", grant.page(),
                  "pageWithCode", grant.pageWithCode(),
                  "userCode", grant.userCode()));
    } else {
      cli.screen().note("login.open", grant.pageWithCode(), grant.userCode());
    }
  }

  private static CommandEnd end(ExitCode code, String word) {
    return new CommandEnd(code, word);
  }
}
