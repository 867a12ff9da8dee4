package fr.liaison.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Proves that nothing planted reaches the log of this test JVM: message, parameters, context and
 * stack traces alike. Use as {@code @RegisterExtension final LeakCheck leaks = new LeakCheck()},
 * plant markers where secrets and contents go, and let the test run; it fails when one is logged.
 */
public final class LeakCheck implements BeforeEachCallback, AfterEachCallback {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  final Queue<String> planted = new ConcurrentLinkedQueue<>();
  private final Handler recorder = new Recorder();

  /** A unique text to use as content, name or token. */
  public String marker() {
    return planted("leak-" + UUID.randomUUID());
  }

  /** Watches for a text of the test's own and answers it. */
  public String planted(String text) {
    planted.add(text);
    return text;
  }

  /** What was logged since the test began. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Fails when a planted text was logged. Called after each test; may be called before. */
  public void verify() {
    assertThat(lines)
        .as("log lines that carry a planted text")
        .noneMatch(line -> planted.stream().anyMatch(line::contains));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    lines.clear();
    planted.clear();
    Logger root = Logger.getLogger("");
    root.addHandler(recorder);
    // A check that cannot see would always pass.
    String canary = "canary-" + UUID.randomUUID();
    Logger.getLogger("fr.liaison.test.LeakCheck").severe(canary);
    assertThat(lines).as("the log is watched").anyMatch(line -> line.contains(canary));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Logger.getLogger("").removeHandler(recorder);
    verify();
  }

  private final class Recorder extends Handler {
    private final PatternFormatter formatter = new PatternFormatter("%p %c %X %s%e");

    private Recorder() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord record) {
      StringBuilder line = new StringBuilder(formatter.format(ExtLogRecord.wrap(record)));
      Object[] parameters = record.getParameters();
      if (parameters != null) {
        for (Object parameter : parameters) {
          line.append(' ').append(parameter);
        }
      }
      lines.add(line.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
