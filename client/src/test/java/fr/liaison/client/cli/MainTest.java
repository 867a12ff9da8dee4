package fr.liaison.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.http.TestGateway;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  @Test
  void whoIsNotLoggedInIsToldSoInFrench() {
    int code = run(Locale.FRENCH, "search", "petit", "--state", folder.resolve("s").toString());

    assertThat(code).isEqualTo(ExitCode.SIGNED_OUT.number());
    assertThat(err.toString()).contains("Connectez-vous d'abord");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void englishComesSecondAndFrenchForEverybodyElse() {
    assertThat(Words.in(Locale.UK).say("logout.done")).isEqualTo("Session ended.");
    assertThat(Words.in(Locale.GERMAN).say("logout.done")).isEqualTo("Session terminée.");
    assertThat(Words.of(Map.of("LANG", "C.UTF-8")).say("logout.done")).startsWith("Session t");
    assertThat(Words.of(Map.of("LANG", "en_GB.UTF-8")).say("logout.done")).startsWith("Session e");
    assertThat(Words.in(Locale.UK).bundle().keySet())
        .isEqualTo(ResourceBundle.getBundle("fr.liaison.client.cli.words", Locale.ROOT).keySet());
  }

  @Test
  void aLoginAndASearchSpeakJsonToScripts() throws IOException {
    try (TestGateway gateway =
        TestGateway.answering(
            exchange -> {
              String path = exchange.getRequestURI().getPath();
              if (path.endsWith("/auth/device")) {
                TestGateway.json(
                    exchange,
                    200,
                    "{\"device_code\":\"d\",\"user_code\":\"AB\",\"interval\":1,"
                        + "\"verification_uri\":\"http://x/\"}");
              } else if (path.endsWith("/token")) {
                TestGateway.json(
                    exchange,
                    200,
                    "{\"access_token\":\"a\",\"expires_in\":300,\"refresh_token\":\"r\"}");
              } else {
                TestGateway.json(exchange, 200, "{\"items\":[]}");
              }
            })) {
      String[] place = {
        "--json", "--origin", gateway.origin().toString(), "--state", folder.resolve("s").toString()
      };

      assertThat(run(Locale.FRENCH, with(place, "login"))).isZero();
      assertThat(run(Locale.FRENCH, with(place, "search", "petit"))).isZero();

      assertThat(out.toString().lines())
          .hasSize(3)
          .first()
          .asString()
          .contains("\"userCode\":\"AB\"");
      assertThat(out.toString()).contains("{\"loggedIn\":true}", "{\"items\":[]}");
      assertThat(err.toString()).isEmpty();
    }
  }

  @Test
  void aWrongCommandLineAndAServerThatIsAwayHaveCodesOfTheirOwn() {
    assertThat(run(Locale.FRENCH, "search")).isEqualTo(ExitCode.USAGE.number());
    assertThat(run(Locale.FRENCH, "dance")).isEqualTo(ExitCode.USAGE.number());
    assertThat(
            run(
                Locale.FRENCH,
                "login",
                "--origin",
                "http://127.0.0.1:1",
                "--state",
                folder.resolve("s").toString()))
        .isEqualTo(ExitCode.UNREACHABLE.number());
  }

  @Test
  void whoeverIsNamedBadlyChangesNoGroup() {
    String id = "01938d2e-0000-7000-8000-0000000000c1";

    for (String command : List.of("add", "remove", "appoint", "withdraw")) {
      assertThat(run(Locale.FRENCH, "conversations", command, id, "petit"))
          .isEqualTo(ExitCode.USAGE.number());
      assertThat(run(Locale.FRENCH, "conversations", command, "groupe", id))
          .isEqualTo(ExitCode.USAGE.number());
    }
    assertThat(run(Locale.FRENCH, "conversations", "refound", "groupe"))
        .isEqualTo(ExitCode.USAGE.number());
    assertThat(err.toString().lines().distinct())
        .containsExactly("Un identifiant est un UUID en minuscules.");
  }

  @Test
  void aCardIsShownToADeviceOnlyForItPinnedTheRoot() {
    String id = "01938d2e-0000-7000-8000-0000000000c1";

    assertThat(run(Locale.FRENCH, "card", "petit")).isEqualTo(ExitCode.USAGE.number());
    assertThat(run(Locale.FRENCH, "card", id, "--state", folder.resolve("s").toString()))
        .isEqualTo(ExitCode.STATE.number());
  }

  @Test
  void anImportShowsItsReportAndARefusedOneItsReason() throws IOException {
    Path file = Files.writeString(folder.resolve("register.txt"), "Type d'identifiant PP|\n");
    List<String> sent = new ArrayList<>();
    String[] outcome = {"\"outcome\":\"accepted\""};
    try (TestGateway gateway =
        TestGateway.answering(
            exchange -> {
              String path = exchange.getRequestURI().getPath();
              if (path.endsWith("/auth/device")) {
                TestGateway.json(
                    exchange,
                    200,
                    "{\"device_code\":\"d\",\"user_code\":\"AB\",\"interval\":1,"
                        + "\"verification_uri\":\"http://x/\"}");
              } else if (path.endsWith("/token")) {
                TestGateway.json(
                    exchange,
                    200,
                    "{\"access_token\":\"a\",\"expires_in\":300,\"refresh_token\":\"r\"}");
              } else if (exchange.getRequestMethod().equals("POST")) {
                sent.add(exchange.getRequestURI().getQuery());
                sent.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                TestGateway.json(exchange, 502, "");
              } else {
                TestGateway.json(
                    exchange, 200, "{\"phase\":\"done\",\"report\":" + report(outcome[0]) + "}");
              }
            })) {
      String[] place = {
        "--origin", gateway.origin().toString(), "--state", folder.resolve("s").toString()
      };
      assertThat(run(Locale.FRENCH, with(place, "login"))).isZero();

      assertThat(
              run(
                  Locale.FRENCH,
                  with(place, "register", "import", file.toString(), "--date", "2026-11-20")))
          .isZero();
      assertThat(sent.getFirst()).contains("registerDate=2026-11-20").doesNotContain("accept");
      assertThat(sent.get(1)).startsWith("Type d'identifiant");
      assertThat(out.toString())
          .contains("Import accepté", "3 lignes, 2 personnes", "1 arrivées", "bad-identifier: 4");

      outcome[0] =
          "\"outcome\":\"refused\",\"reason\":\"too-many-departures\",\"detail\":\"7 of 9\"";
      assertThat(run(Locale.UK, with(place, "register", "import", file.toString())))
          .isEqualTo(ExitCode.REFUSED.number());
      assertThat(out.toString()).contains("Import refused", "7 of 9");
    }
    assertThat(run(Locale.FRENCH, "register", "import", folder.resolve("none").toString()))
        .isEqualTo(ExitCode.USAGE.number());
    assertThat(run(Locale.FRENCH, "register", "status", "yesterday"))
        .isEqualTo(ExitCode.USAGE.number());
    assertThat(Path.of(".local")).doesNotExist();
  }

  private static String report(String outcome) {
    return """
        {"id":"01938d2e-0000-7000-8000-0000000000c1","startedAt":"2026-11-20T01:00:00Z",
         "finishedAt":"2026-11-20T01:01:00Z","registerDate":"2026-11-20","rows":3,"people":2,
         "arrivals":1,"changes":0,"departures":0,"returns":0,
         "defects":{"bad-identifier":4},"firstDefects":[],%s}"""
        .formatted(outcome);
  }

  @Test
  void everyCommandHasHelpInTheLanguageOfThePerson() {
    assertThat(run(Locale.FRENCH, "devices", "revoke", "--help")).isZero();

    assertThat(out.toString()).contains("Révoque un appareil");
  }

  @Test
  void textFromTheNetworkCannotSteerTheTerminal() {
    screen(Locale.FRENCH).line("a\u001b[2Jb\nc");

    assertThat(out.toString().strip()).isEqualTo("a\ufffd[2Jb\ufffdc");
  }

  private int run(Locale locale, String... arguments) {
    return Main.run(screen(locale), Map.of(), arguments);
  }

  private Screen screen(Locale locale) {
    return new Screen(
        new PrintWriter(out, true), new PrintWriter(err, true), Words.in(locale), false);
  }

  private static String[] with(String[] place, String... command) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(command), java.util.Arrays.stream(place))
        .toArray(String[]::new);
  }
}
