package fr.liaison.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.test.HouseRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house rules, and that every file can be read at a glance. */
class ArchitectureTest {
  private static final int MOST_LINES = 200;

  @TestFactory
  Stream<DynamicTest> houseRules() {
    return HouseRules.of("fr.liaison.register");
  }

  @Test
  void noFileIsLongerThanTwoHundredLines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        if (Files.readAllLines(file).size() > MOST_LINES) {
          tooLong.add(file.toString());
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }
}
