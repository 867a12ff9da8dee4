package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.liaison.acceptance.haystack.Haystack;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.platform.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The server cannot read: what was said is nowhere on it, in any form we can think of. */
@Scenario
@Order(3)
class BlindnessTest {
  private static final String PLANTED = "aiguille-plantee-7f3a91";
  private final Platform platform;

  BlindnessTest(Platform platform) {
    this.platform = platform;
  }

  @Test
  @Order(1)
  void theSearchFindsANeedleInEveryPlaceItLooks() throws Exception {
    Haystack haystack = new Haystack(platform);
    haystack.plant(PLANTED);

    assertThat(haystack.placesOf(PLANTED.getBytes(StandardCharsets.UTF_8)))
        .contains(
            "files of postgresql",
            "dump of conversation",
            "records of kafka",
            "files of s3",
            "logs");
  }

  @Test
  @Order(2)
  void nothingOfTheStoryIsAnywhere() throws Exception {
    assumeTrue(Story.photoMark.length > 0, "the story was not played: no browser");
    Haystack haystack = new Haystack(platform);

    for (String secret : List.of(Story.SECRET, Story.LATER_SECRET, "Ravelo-Quintard")) {
      assertThat(haystack.placesOf(secret.getBytes(StandardCharsets.UTF_8))).isEmpty();
      assertThat(haystack.placesOf(secret.getBytes(StandardCharsets.UTF_16LE))).isEmpty();
    }
    assertThat(haystack.placesOf(Story.photoMark)).isEmpty();
    assertThat(Story.capturedPush).doesNotContain("Ravelo").contains("{\"v\":1}");
  }

  @Test
  @Order(3)
  void theNamesOfTheTwoAreInNoLog() throws IOException {
    for (String name : List.of("MOREAU", "899700219001", "899700219035", "eyJhbGciOi")) {
      try (var logs = Files.walk(platform.logDirectory())) {
        assertThat(logs.filter(Files::isRegularFile).filter(log -> serviceLog(log.toString())))
            .as("logs that hold what must not be logged")
            .noneMatch(log -> Haystack.contains(log, name.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  private static boolean serviceLog(String file) {
    return List.of("directory", "conversation", "attachment", "notification", "audit", "gateway")
        .stream()
        .anyMatch(file::contains);
  }
}
