package fr.liaison.platform.process;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The one thread that starts children. The kernel signals a child when the thread that forked it
 * ends, not the process, so this thread lives as long as the JVM.
 */
final class ForkThread {
  private static final ExecutorService THREAD =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "liaison-fork");
            thread.setDaemon(true);
            return thread;
          });

  private ForkThread() {}

  static Process start(ProcessBuilder builder) throws IOException {
    Callable<Process> start = builder::start;
    try {
      return THREAD.submit(start).get();
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting a child", e);
    }
  }
}
