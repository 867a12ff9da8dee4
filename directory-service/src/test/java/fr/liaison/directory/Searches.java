package fr.liaison.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** The searches of a generated register: a mix for load, and misspelt ones with their answers. */
final class Searches {
  private static final Duration THINKING = Duration.ofMillis(300);
  private static final int LONGEST_THINKING = 10;

  private final List<String> mix;
  private final List<String[]> labelled;
  private final List<Api> users;

  private Searches(List<String> mix, List<String[]> labelled, List<Api> users) {
    this.mix = mix;
    this.labelled = labelled;
    this.users = users;
  }

  static Searches read(Path folder, List<Api> users) throws IOException {
    return new Searches(
        lines(folder, "searches.tsv").map(line -> line[0]).toList(),
        lines(folder, "queries.tsv").toList(),
        users);
  }

  static java.util.stream.Stream<String[]> lines(Path folder, String name) throws IOException {
    return Files.readAllLines(folder.resolve(name)).stream().map(line -> line.split("\t", -1));
  }

  /** Everybody searches again as soon as there is an answer. */
  Load run(int seconds) throws InterruptedException {
    return load(seconds, Duration.ZERO, Map.of());
  }

  /**
   * Everybody looks at what was found for a moment, some longer and some shorter: people who all
   * pause alike stay in step and come together each time.
   */
  Load paced(int seconds) throws InterruptedException {
    return load(seconds, THINKING, Map.of());
  }

  /** As {@link #paced}, everybody asking for more than words. */
  Load paced(int seconds, Map<String, String> also) throws InterruptedException {
    return load(seconds, THINKING, also);
  }

  private Load load(int seconds, Duration pause, Map<String, String> also)
      throws InterruptedException {
    AtomicInteger turn = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    List<List<Long>> all = new ArrayList<>();
    long cpu = cpuNanos();
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Api user : users) {
        RandomGenerator chance = new SplittableRandom(all.size());
        List<Long> own = new ArrayList<>();
        all.add(own);
        threads.submit(
            () -> {
              pause(pause, chance);
              while (System.nanoTime() < end) {
                String query = mix.get(turn.getAndIncrement() % mix.size());
                long asked = System.nanoTime();
                Map<String, String> asking = new HashMap<>(also);
                asking.put("q", query);
                if (user.search(asking).status() != 200) {
                  failed.incrementAndGet();
                }
                own.add(System.nanoTime() - asked);
                pause(pause, chance);
              }
              return null;
            });
      }
    }
    long[] sorted = all.stream().flatMap(List::stream).mapToLong(n -> n).sorted().toArray();
    return new Load(
        users.size(),
        sorted.length / ((System.nanoTime() - start) / 1e9),
        at(sorted, 0.50),
        at(sorted, 0.95),
        at(sorted, 0.99),
        (cpuNanos() - cpu) / 1e6 / sorted.length,
        failed.get());
  }

  /** How long searches took, in milliseconds. */
  record Load(
      int users, double perSecond, double p50, double p95, double p99, double cpu, int failed) {
    @Override
    public String toString() {
      return "%d users: %.0f searches/s  p50 %.1f  p95 %.1f  p99 %.1f ms  CPU-ms/search %.2f  failed %d"
          .formatted(users, perSecond, p50, p95, p99, cpu, failed);
    }
  }

  private static void pause(Duration usual, RandomGenerator chance) throws InterruptedException {
    double times = Math.min(chance.nextExponential(), LONGEST_THINKING);
    Thread.sleep(Duration.ofNanos((long) (usual.toNanos() * times)));
  }

  /** The longest of these searches, which mean no good. */
  String hostile(List<String> queries) {
    long longest = 0;
    for (String query : queries) {
      long asked = System.nanoTime();
      int status = users.getFirst().search(Map.of("q", query)).status();
      assertThat(status).isIn(200, 400);
      longest = Math.max(longest, System.nanoTime() - asked);
    }
    return "longest of %d hostile searches: %.1f ms".formatted(queries.size(), longest / 1e6);
  }

  /** The share of searches with one of the right people among the first five. */
  double recall() {
    int found = 0;
    List<String> missed = new ArrayList<>();
    for (String[] one : labelled) {
      Set<String> right = Set.copyOf(Arrays.asList(one[1].split("[ ,;]+")));
      JsonNode items =
          users.getFirst().search(Map.of("q", one[0], "limit", "5")).body().path("items");
      if (items.findValuesAsText("nationalId").stream().anyMatch(right::contains)) {
        found++;
      } else {
        missed.add(String.join(" / ", one));
      }
    }
    missed.stream().limit(20).forEach(System.out::println);
    return (double) found / labelled.size();
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * share)] / 1e6;
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
