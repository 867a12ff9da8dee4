package fr.liaison.kit.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The W3C {@code traceparent} of the work at hand, kept per thread. A malformed one is replaced by
 * a new trace, never refused and never echoed.
 */
public record TraceParent(String traceId, String spanId) {
  /** The HTTP and Kafka header. */
  public static final String HEADER = "traceparent";

  private static final Pattern FORM =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
  private static final ThreadLocal<@Nullable TraceParent> CURRENT = new ThreadLocal<>();

  /** Continues the trace in the header, or begins one. */
  public static TraceParent continued(@Nullable String header) {
    if (header != null) {
      var match = FORM.matcher(header);
      if (match.matches()) {
        return new TraceParent(match.group(1), hex(8));
      }
    }
    return new TraceParent(hex(16), hex(8));
  }

  public static Optional<TraceParent> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Makes this the current trace of the thread, and its id a log key, until {@link #leave()}. */
  public void enter() {
    CURRENT.set(this);
    MDC.put("traceId", traceId);
  }

  public static void leave() {
    CURRENT.remove();
    MDC.remove("traceId");
  }

  /** Runs the work inside this trace. */
  public <T> T within(Callable<T> work) throws Exception {
    enter();
    try {
      return work.call();
    } finally {
      leave();
    }
  }

  public String header() {
    return "00-" + traceId + "-" + spanId + "-01";
  }

  private static String hex(int bytes) {
    byte[] random = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
