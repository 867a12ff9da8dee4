package fr.liaison.client.cli;

import fr.liaison.client.api.RegisterImport;
import java.util.TreeMap;

/** How imports of the register are written for people: counts and codes, never whom they are of. */
final class RegisterLines {
  private RegisterLines() {}

  static String of(Cli cli, RegisterImport.Progress progress) {
    Words words = cli.screen().words();
    String phase = words.say("register." + progress.phase());
    String read = words.say("register.read", progress.rows(), progress.rowsPerSecond());
    Long left = progress.readingSecondsLeft();
    return progress.id()
        + "  "
        + phase
        + " · "
        + read
        + (left == null ? "" : " · " + words.say("register.left", left));
  }

  static String summary(Cli cli, RegisterImport.Report report) {
    return report.id()
        + "  "
        + report.registerDate()
        + " · "
        + cli.screen().words().say("register." + report.outcome())
        + (report.reason() == null ? "" : " (" + report.reason() + ")")
        + " · "
        + changes(cli, report);
  }

  static void show(Cli cli, RegisterImport.Report report) {
    Words words = cli.screen().words();
    cli.screen().heading(words.say("register." + report.outcome()));
    if (report.detail() != null) {
      cli.screen().line("  " + report.detail());
    }
    cli.screen().line("  " + words.say("register.rows", report.rows(), report.people()));
    cli.screen().line("  " + changes(cli, report));
    new TreeMap<>(report.defects())
        .forEach((code, count) -> cli.screen().line("  " + code + ": " + count));
    cli.screen().line("  " + report.id());
  }

  private static String changes(Cli cli, RegisterImport.Report report) {
    return cli.screen()
        .words()
        .say(
            "register.changes",
            report.arrivals(),
            report.changes(),
            report.departures(),
            report.returns());
  }
}
