package fr.liaison.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.platform.layout.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherScriptTest {
  private static final Path SCRIPT = Checkout.find().root().resolve("liaison");

  @TempDir private Path folder;

  @Test
  void itWorksFromAnyFolderAndThroughLinksOfLinks() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("first"), SCRIPT);
    Path linkOfLink = Files.createSymbolicLink(folder.resolve("second"), link.getFileName());

    assertThat(run(Map.of(), linkOfLink.toString(), "help")).contains("./liaison COMMAND");
  }

  @Test
  void withoutTheJdkItSaysWhatIsMissingAndHowToGetIt() throws Exception {
    // No JDK can be found where neither the path nor the home leads to one.
    Path noJava = Files.createDirectory(folder.resolve("bin"));
    for (String tool : List.of("bash", "readlink", "dirname", "sed", "cat", "env")) {
      Files.createSymbolicLink(noJava.resolve(tool), Path.of("/usr/bin", tool));
    }
    String script =
        Files.readString(SCRIPT).replace("/usr/lib/jvm/*", "/nowhere/*").replace("/opt/", "/no/");
    Path copy = Files.writeString(folder.resolve("liaison"), script);

    assertThat(
            run(
                Map.of("PATH", noJava.toString(), "HOME", folder.toString(), "JAVA_HOME", ""),
                noJava.resolve("bash").toString(),
                copy.toString(),
                "status"))
        .contains("JDK 25")
        .contains("adoptium.net");
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheHelp() throws Exception {
    assertThat(run(Map.of(), SCRIPT.toString(), "fly"))
        .contains("Unknown command: fly")
        .contains("up [--detach]");
  }

  private String run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
