package fr.liaison.platform;

import fr.liaison.platform.cli.Texts;
import fr.liaison.platform.layout.Folders;
import fr.liaison.platform.layout.RunDirectory;
import fr.liaison.platform.layout.RunLock;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import java.util.Scanner;

/** {@code ./liaison reset}: deletes the run directory, never without a yes. */
final class ResetCommand {
  private final RunDirectory directory;

  ResetCommand(RunDirectory directory) {
    this.directory = directory;
  }

  int run(List<String> arguments) throws IOException {
    if (RunLock.isHeld(directory)) {
      System.err.println(Texts.get("reset.running"));
      return 1;
    }
    if (!Files.exists(directory.secrets())) {
      System.out.println(Texts.get("reset.nothing"));
      return 0;
    }
    if (!arguments.contains("--yes") && !confirmed()) {
      System.out.println(Texts.get("reset.kept"));
      return 1;
    }
    Folders.delete(directory.folder());
    System.out.println(Texts.get("reset.done", directory.folder().toString()));
    return 0;
  }

  private boolean confirmed() {
    System.out.print(Texts.get("reset.ask", directory.folder().toString()) + " ");
    System.out.flush();
    try (Scanner answer = new Scanner(System.in, Charset.defaultCharset())) {
      return answer.hasNextLine() && answer.nextLine().strip().equals(Texts.get("reset.yes"));
    }
  }
}
