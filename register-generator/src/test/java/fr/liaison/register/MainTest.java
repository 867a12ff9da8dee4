package fr.liaison.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void itSaysWhatItWrote(@TempDir Path folder) throws IOException {
    int code = run("--rows", "50", "--seed", "1", "--folder", folder.toString(), "--defects=none");
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("PS_LibreAcces_Personne_activite_202601010730.txt", "50 rows, 50 of them usable");
  }

  @Test
  void aMistakeIsExplainedAndNothingIsWritten() throws IOException {
    assertThat(run("--rows", "viele", "--seed", "1")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("--rows: viele (expected: a number)", "./liaison generate-register");
  }

  @Test
  void peopleOfAnotherFileAreListedBesideTheOthers(@TempDir Path folder) throws IOException {
    String name = "PS_LibreAcces_Personne_activite_202601010730.txt";
    Path known = folder.resolve("known");
    Path all = folder.resolve("all");
    run("--rows=20", "--seed=1", "--folder=" + known, "--defects=none");

    int code = run("--rows=50", "--seed=2", "--folder=" + all, "--beside=" + known.resolve(name));

    assertThat(code).isZero();
    List<String> rows = Files.readAllLines(all.resolve(name));
    assertThat(rows).hasSize(71).startsWith(Files.readString(known.resolve(name)).split("\n"));
  }

  @Test
  void aFileThatIsNoneOfActivitiesIsRefused(@TempDir Path folder) throws IOException {
    Path other = Files.writeString(folder.resolve("other.txt"), "Nom|Prénom\n");

    assertThat(run("--rows=5", "--seed=1", "--folder=" + folder, "--beside=" + other)).isEqualTo(2);
    assertThat(run("--rows=5", "--seed=1", "--beside=" + folder.resolve("none"))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("not a file of activities", "none (expected: a file)");
  }

  @Test
  void theDateIsInTheNamesOnly() {
    Order order = Arguments.parse("--rows=9", "--seed=2", "--date=2026-11-05");
    assertThat(order.stamp()).isEqualTo("202611050730");
    assertThat(order.date()).isEqualTo(LocalDate.of(2026, 11, 5));
    assertThat(order.folder()).isEqualTo(Path.of("register-9-2"));
    assertThat(order.defects()).isTrue();
  }

  @Test
  void whatIsMissingOrUnknownIsRefused() {
    assertThatThrownBy(() -> Arguments.parse("--rows", "1")).hasMessage("Missing: --seed");
    assertThatThrownBy(() -> Arguments.parse("--colour", "red")).hasMessageContaining("--colour");
    assertThatThrownBy(() -> Arguments.parse("--rows=0", "--seed=1")).hasMessageContaining("0");
    assertThatThrownBy(() -> Arguments.parse("--rows=1", "--seed=1", "--date=x"))
        .hasMessageContaining("YYYY-MM-DD");
    assertThatThrownBy(() -> Arguments.parse("--rows=1", "--seed=1", "--defects=all"))
        .hasMessageContaining("usual or none");
  }

  private int run(String... arguments) throws IOException {
    return Main.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }
}
