package fr.liaison.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two registers take each other's place while people search. */
@QuarkusTest
class SwapUnderSearchTest extends RunningService {
  private static final String HEADER = SyntheticRegister.HEADER;
  private static final List<String> COLUMNS = List.of(HEADER.split("\\|", -1));
  private static final int TOWN = COLUMNS.indexOf("Libellé commune (coord. structure)");
  private static final int SEARCHES = 10_000;
  private static final int SEARCHING = 8;
  private static final int LEAST_SWAPS = 10;
  private static final List<String> SOUGHT = List.of("infirmier", "martin", "moreau");
  private static final Map<String, String> TOWN_ON =
      Map.of("2026-11-21", "PREMIERVILLE", "2026-11-22", "SECONDVILLE");

  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger swaps = new AtomicInteger();
  private volatile boolean over;

  @AfterEach
  void restoreTheShippedRegister() throws IOException {
    upload(SyntheticRegister.text(), "2026-11-20");
  }

  @Test
  void noAnswerIsEmptyOrOfTwoRegisters() throws Exception {
    Map<String, String> registers =
        TOWN_ON.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, day -> everybodyIn(day.getValue())));
    upload(registers.get("2026-11-21"), "2026-11-21");
    Map<String, Set<String>> everybody =
        SOUGHT.stream().collect(Collectors.toMap(q -> q, q -> ids(find(q))));
    assertThat(everybody.values()).allSatisfy(ids -> assertThat(ids).isNotEmpty());
    try (var threads = Executors.newFixedThreadPool(SEARCHING)) {
      List<Future<?>> searching = new ArrayList<>();
      for (int i = 0; i < SEARCHING; i++) {
        Callable<Void> search = () -> searchOn(everybody);
        searching.add(threads.submit(search));
      }
      try {
        while (isMoreWanted() && searching.stream().noneMatch(Future::isDone)) {
          String day = swaps.get() % 2 == 0 ? "2026-11-22" : "2026-11-21";
          upload(registers.get(day), day);
          swaps.incrementAndGet();
        }
      } finally {
        over = true;
      }
      for (Future<?> one : searching) {
        one.get();
      }
    }
    assertThat(swaps).hasValueGreaterThanOrEqualTo(LEAST_SWAPS);
  }

  /** Many searches may leave a busy machine little time for uploads. */
  private boolean isMoreWanted() {
    return answers.get() < SEARCHES || swaps.get() < LEAST_SWAPS;
  }

  private Void searchOn(Map<String, Set<String>> everybody) {
    while (!over && isMoreWanted()) {
      int turn = answers.getAndIncrement();
      String q = SOUGHT.get(turn % SOUGHT.size());
      Api.Answer answer = find(q);
      assertThat(ids(answer)).isEqualTo(everybody.get(q));
      assertThat(new HashSet<>(answer.body().get("items").findValuesAsText("town")))
          .containsExactly(TOWN_ON.get(answer.body().get("registerDate").asText()));
    }
    return null;
  }

  private static Api.Answer find(String q) {
    Api.Answer answer = practitioner(CLAIRE_MOREAU).search(Map.of("q", q, "limit", "50"));
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }

  private static Set<String> ids(Api.Answer answer) {
    Set<String> ids = new HashSet<>();
    for (JsonNode person : answer.body().get("items")) {
      ids.add(person.get("id").asText());
    }
    return ids;
  }

  /** The shipped register with one town for all places. */
  private static String everybodyIn(String town) {
    try {
      return SyntheticRegister.text()
          .lines()
          .map(row -> withTown(row, town))
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String withTown(String row, String town) {
    String[] cells = row.split("\\|", -1);
    if (cells.length == COLUMNS.size() && !cells[TOWN].isEmpty() && !row.equals(HEADER)) {
      cells[TOWN] = town;
    }
    return String.join("|", cells);
  }

  private static void upload(String text, String date) {
    Api.Answer answer =
        administrator().postText("/v1/register-imports?registerDate=" + date, "text/plain", text);
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
  }
}
