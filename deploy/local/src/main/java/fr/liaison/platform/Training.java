package fr.liaison.platform;

import fr.liaison.platform.cli.Memory;
import fr.liaison.platform.layout.Programs;
import fr.liaison.platform.layout.RunDirectory;
import fr.liaison.platform.process.OneShot;
import fr.liaison.platform.process.Owner;
import fr.liaison.platform.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the AOT caches while the platform serves: a second, throw-away platform on free ports runs
 * at idle priority and writes them as it stops. Left out when memory is scarce; a failure costs
 * nothing but the next try.
 */
final class Training {
  private static final long NEEDED_MEGABYTES = 4_000;
  private static final List<List<String>> LOWEST_PRIORITY =
      List.of(List.of("/usr/bin/chrt", "--idle", "0"), List.of("/usr/bin/nice", "-n", "19"));

  private Training() {}

  static void inBackground(RunDirectory directory, Programs programs) {
    if (Memory.availableMegabytes().orElse(Long.MAX_VALUE) < NEEDED_MEGABYTES) {
      return;
    }
    Thread.ofVirtual().name("training").start(() -> run(directory, programs));
  }

  private static void run(RunDirectory directory, Programs programs) {
    try {
      OneShot.run(
          command(programs),
          Owner.SELF,
          Map.of(),
          programs.checkout().root(),
          directory.logs().resolve("aot.log"));
    } catch (IOException | StartFailed e) {
      // Its log tells; the next start tries again.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(Programs programs) {
    List<String> command =
        new ArrayList<>(
            LOWEST_PRIORITY.stream()
                .filter(prefix -> Files.isExecutable(Path.of(prefix.getFirst())))
                .findFirst()
                .orElse(List.of()));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-Dliaison.root=" + programs.checkout().root(),
            "-Dslf4j.internal.verbosity=ERROR",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "train",
            programs.stage().toString()));
    return command;
  }
}
