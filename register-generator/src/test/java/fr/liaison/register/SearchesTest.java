package fr.liaison.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.register.layout.ActivityColumn;
import fr.liaison.register.name.Folded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchesTest {
  @TempDir static Path folder;
  private static WrittenFiles files;
  private static final Map<String, String> NAMES = new HashMap<>();
  private static final Map<String, Set<String>> BEARERS = new HashMap<>();

  private record Labelled(String text, Set<String> answers, String kind) {
    static Labelled of(String line) {
      List<String> cells = List.of(line.split("\t", -1));
      return new Labelled(
          cells.get(0), new TreeSet<>(List.of(cells.get(1).split(",", -1))), cells.get(2));
    }
  }

  @BeforeAll
  static void generate() throws IOException {
    files = WrittenFiles.of(folder, 40_000, 3, false);
    for (List<String> row : files.activities()) {
      String id = WrittenFiles.cell(row, ActivityColumn.NATIONAL_ID);
      String name =
          Folded.key(WrittenFiles.cell(row, ActivityColumn.FAMILY_NAME))
              + ", "
              + Folded.key(WrittenFiles.cell(row, ActivityColumn.GIVEN_NAME));
      NAMES.put(id, name);
      BEARERS.computeIfAbsent(name, one -> new TreeSet<>()).add(id);
    }
  }

  @Test
  void everyAnswerIsSomebodyOfTheFile() throws IOException {
    assertThat(searches("queries.tsv")).hasSize(300).allSatisfy(SearchesTest::hasAnswers);
    assertThat(searches("searches.tsv")).hasSize(1_000).allSatisfy(SearchesTest::hasAnswers);
  }

  @Test
  void aSearchByNameListsEverybodyOfThatName() throws IOException {
    assertThat(searches("searches.tsv"))
        .filteredOn(search -> search.kind().equals("name"))
        .hasSize(220)
        .anyMatch(search -> search.answers().size() > 1)
        .allSatisfy(
            search -> {
              String name = NAMES.get(search.answers().iterator().next());
              assertThat(search.answers()).isEqualTo(BEARERS.get(name));
            });
  }

  @Test
  void aMisspeltNameIsNobodyElses() throws IOException {
    Set<String> words =
        NAMES.values().stream().flatMap(name -> words(name).stream()).collect(Collectors.toSet());
    assertThat(searches("queries.tsv"))
        .filteredOn(search -> search.kind().matches(".*letter.*|phonetic"))
        .allSatisfy(
            search -> {
              List<String> typed = List.of(Folded.key(search.text()).split(" ", -1));
              List<String> right = words(NAMES.get(search.answers().iterator().next()));
              assertThat(typed.stream().filter(word -> !right.contains(word)))
                  .as(search.kind())
                  .anyMatch(word -> !words.contains(word));
            });
  }

  @Test
  void everyKindOfMistakeAndQuestionIsThere() throws IOException {
    assertThat(searches("queries.tsv"))
        .extracting(Labelled::kind)
        .contains(
            "missing-letter",
            "doubled-letter",
            "transposed-letters",
            "phonetic",
            "lost-accent",
            "lost-hyphen",
            "lost-particle");
    assertThat(searches("searches.tsv"))
        .extracting(Labelled::kind)
        .contains(
            "name",
            "name-profession",
            "name-town",
            "name-department",
            "initial-name",
            "profession-town",
            "misspelt");
  }

  private static List<String> words(String name) {
    return List.of(name.split("[ ,]+", -1));
  }

  private static void hasAnswers(Labelled search) {
    assertThat(search.answers()).isNotEmpty().allMatch(NAMES::containsKey);
  }

  private static List<Labelled> searches(String file) throws IOException {
    return files.lines(file).stream().map(Labelled::of).toList();
  }
}
