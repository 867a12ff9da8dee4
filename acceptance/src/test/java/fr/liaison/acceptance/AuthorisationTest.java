package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Operation;
import fr.liaison.acceptance.authorisation.AuthorisationTable;
import fr.liaison.acceptance.authorisation.CallerKind;
import fr.liaison.acceptance.authorisation.Cast;
import fr.liaison.acceptance.authorisation.Line;
import fr.liaison.acceptance.authorisation.Verdict;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation asked by every kind of caller, as {@code authorisation.txt} says. After {@code
 * JavaSoftwareTest}, which begins with a program that nobody vouched for yet.
 */
@Scenario
@Order(7)
class AuthorisationTest {
  private static final List<Line> LINES = AuthorisationTable.lines();

  /** Published by its own capability statement. */
  private static final String FHIR = "/api/directory/fhir/";

  private final Platform platform;
  private Cast cast;

  AuthorisationTest(Platform platform) {
    this.platform = platform;
  }

  @BeforeAll
  void everybodyLogsIn() {
    cast = new Cast(platform);
  }

  @AfterAll
  void close() {
    cast.close();
  }

  @Test
  void theTableHasEveryPublishedOperationOnceAndNoOther() {
    List<Operation> published = Operation.published();
    List<Optional<Operation>> listed =
        LINES.stream()
            .filter(line -> !line.path().startsWith(FHIR))
            .map(line -> Operation.of(line.method(), line.path(), published))
            .toList();

    assertThat(listed).as("every line is of a published operation").allMatch(Optional::isPresent);
    assertThat(listed.stream().flatMap(Optional::stream))
        .containsExactlyInAnyOrderElementsOf(published);
  }

  static List<Line> lines() {
    return LINES;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void eachCallerIsToldWhatTheTableSays(Line line) {
    List<String> differences = new ArrayList<>();
    for (Map.Entry<CallerKind, Verdict> cell : line.verdicts().entrySet()) {
      if (!cast.has(cell.getKey())) {
        continue;
      }
      Answer answer = line.ask(cast.caller(cell.getKey()), Cast.STRUCTURE);
      Verdict verdict = line.verdictOn(answer);
      if (verdict != cell.getValue() || !line.isHarmless(answer)) {
        differences.add(
            "%s: %s, but answered %s (%d %s)"
                .formatted(
                    cell.getKey(), cell.getValue(), verdict, answer.status(), answer.problem()));
      }
    }

    assertThat(differences).as(line.toString()).isEmpty();
  }

  static List<Line> ofAStructuresStaff() {
    return LINES.stream()
        .filter(line -> line.path().matches(".*/structures/[{]id}/(invitations|people).*"))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofAStructuresStaff")
  void whoAdministersOneStructureIsNobodyAtAnother(Line line) {
    Answer answer = line.ask(cast.caller(CallerKind.STRUCTURE_ADMINISTRATOR), Cast.OTHER_STRUCTURE);

    assertThat(line.verdictOn(answer)).isEqualTo(Verdict.ROLE);
  }
}
