package fr.liaison.directory.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.directory.Api;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What nobody means and a search must bear: patterns, operators, directions, many expansions. */
public final class HostileWords {
  public static final List<String> ALL =
      List.of(
          "*",
          "?",
          "\u0000",
          "😀",
          "name:moreau OR *:*",
          "[* TO *]",
          "\u202Emoreau",
          "a* b* c*",
          "aa ab ac ad ae af ag ah",
          "~~~",
          "moreau~2",
          "ａｂｃ",
          "ﷺ",
          "e\u0301\u0301\u0301",
          "/.*/",
          "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
          "aaaaaaaa bbbbbbbb cccccccc dddddddd eeeeeeee ffffffff gggggggg hhhhhhhh");

  private HostileWords() {}

  /** What takes long by itself takes long each time; a busy machine does not. */
  public static void areAnsweredQuickly(Supplier<Api.Answer> search) {
    await()
        .untilAsserted(
            () -> {
              long before = System.nanoTime();
              assertThat(search.get().status()).isIn(200, 400);
              assertThat(Duration.ofNanos(System.nanoTime() - before))
                  .isLessThan(Duration.ofSeconds(2));
            });
  }
}
