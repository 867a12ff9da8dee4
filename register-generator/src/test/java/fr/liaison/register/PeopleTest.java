package fr.liaison.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.register.layout.ActivityColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a synthetic register looks like the real one from afar. */
class PeopleTest {
  @TempDir static Path folder;
  private static List<List<String>> rows;
  private static Collection<List<String>> people;

  @BeforeAll
  static void generate() throws IOException {
    rows = WrittenFiles.of(folder, 40_000, 11, false).activities();
    Map<String, List<String>> first =
        rows.stream()
            .collect(
                Collectors.toMap(
                    row -> WrittenFiles.cell(row, ActivityColumn.NATIONAL_ID),
                    row -> row,
                    (one, other) -> one));
    people = first.values();
  }

  @Test
  void somebodyHasNotQuiteTwoRows() {
    assertThat((double) rows.size() / people.size()).isBetween(1.78, 1.90);
  }

  @Test
  void professionsHaveTheirRealOrderOfSize() {
    assertThat(share(ActivityColumn.PROFESSION_CODE, "60"::equals)).isBetween(0.38, 0.48);
    assertThat(share(ActivityColumn.PROFESSION_CODE, "10"::equals)).isBetween(0.14, 0.21);
    assertThat(share(ActivityColumn.PROFESSION_CODE, "70"::equals)).isBetween(0.05, 0.10);
    assertThat(share(ActivityColumn.PROFESSION_CODE, "21"::equals)).isBetween(0.04, 0.08);
    assertThat(share(ActivityColumn.IDENTIFIER_TYPE, "0"::equals)).isBetween(0.06, 0.13);
  }

  @Test
  void someAreStudentsSomeSoldiersAndSomeHaveNoPlace() {
    assertThat(share(ActivityColumn.CATEGORY_CODE, "E"::equals)).isBetween(0.02, 0.06);
    assertThat(share(ActivityColumn.CATEGORY_CODE, "M"::equals)).isBetween(0.002, 0.01);
    assertThat(share(ActivityColumn.STRUCTURE_ID, String::isEmpty)).isBetween(0.03, 0.10);
    assertThat(share(ActivityColumn.POSTAL_CODE, "GL"::equals)).isBetween(0.0005, 0.006);
    assertThat(share(ActivityColumn.CEDEX, cell -> !cell.isEmpty())).isBetween(0.03, 0.2);
    assertThat(share(ActivityColumn.FINESS, String::isEmpty)).isBetween(0.3, 0.7);
  }

  @Test
  void peopleLiveInEveryDepartmentByItsPopulation() {
    assertThat(rows.stream().map(row -> WrittenFiles.cell(row, ActivityColumn.DEPARTMENT_CODE)))
        .contains("01", "2A", "2B", "48", "90", "971", "972", "973", "974", "976");
    assertThat(share(ActivityColumn.DEPARTMENT_CODE, "59"::equals)).isBetween(0.025, 0.05);
    assertThat(share(ActivityColumn.DEPARTMENT_CODE, "48"::equals)).isBetween(0.0001, 0.004);
  }

  @Test
  void somePeopleBearTheSameNames() {
    Map<String, Long> bearers =
        people.stream()
            .collect(
                Collectors.groupingBy(
                    row ->
                        WrittenFiles.cell(row, ActivityColumn.FAMILY_NAME)
                            + " "
                            + WrittenFiles.cell(row, ActivityColumn.GIVEN_NAME),
                    Collectors.counting()));
    long namesakes =
        bearers.values().stream().filter(many -> many > 1).mapToLong(many -> many).sum();
    assertThat((double) namesakes / people.size()).isBetween(0.01, 0.25);
  }

  private static double share(ActivityColumn column, Predicate<String> wanted) {
    long many = people.stream().filter(row -> wanted.test(WrittenFiles.cell(row, column))).count();
    return (double) many / people.size();
  }
}
