package fr.liaison.platform;

import fr.liaison.platform.layout.Programs;
import fr.liaison.platform.layout.RunDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;

/** The launcher's own background command; see {@link Training}. One at a time on this machine. */
final class TrainCommand {
  private static final Duration TIME_TO_WRITE = Duration.ofMinutes(10);

  private final Programs programs;

  TrainCommand(Programs programs) {
    this.programs = programs;
  }

  int run() throws IOException {
    AotCaches caches = AotCaches.of(programs);
    caches.createFolder();
    try (FileChannel channel =
            FileChannel.open(caches.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null || !caches.incomplete()) {
        return 0;
      }
      caches.deleteUnfinished();
      Platform platform =
          Platform.prepare(
              programs,
              RunDirectory.temporary("liaison-training-"),
              PortPlan.free(),
              EnumSet.allOf(Part.class),
              caches::train,
              true);
      Thread interrupted = new Thread(platform::close, "stop");
      Runtime.getRuntime().addShutdownHook(interrupted);
      platform.up(StartListener.SILENT);
      // From here on nobody else may stop the parts: it would cut the writing short.
      Runtime.getRuntime().removeShutdownHook(interrupted);
      platform.close(TIME_TO_WRITE);
      caches.adopt();
    }
    return 0;
  }
}
