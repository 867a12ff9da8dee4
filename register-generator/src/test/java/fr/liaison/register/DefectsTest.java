package fr.liaison.register;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.register.defect.Defect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefectsTest {
  @TempDir Path folder;

  @Test
  void aThousandRowsHaveEveryDefect() throws IOException {
    WrittenFiles files = WrittenFiles.of(folder, 1_000, 1, true);
    assertThat(files.generated().defects().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Defect.values()).filter(one -> one != Defect.NONE).toList());
    String all =
        String.join("\n", files.lines(files.generated().activities().getFileName().toString()));
    assertThat(all)
        .contains("CABINET \"LES TILLEULS|", "CABINET \\ DU PORT|", "CABINET DES\nQUATRE VENTS|")
        .contains("CABINET\u0007DU LAC|", "|GL|", "X".repeat(201), "|x|y\n");
    assertThat(all.lines()).anyMatch(line -> separators(line) == 56 && line.endsWith("|"));
    assertThat(all.lines()).anyMatch(line -> separators(line) < 20);
    assertThat(all.lines().distinct().count()).isEqualTo(all.lines().count() - 1);
  }

  @Test
  void unusableRowsAreCounted() throws IOException {
    Generated generated = WrittenFiles.of(folder, 30_000, 2, true).generated();
    long unusable =
        generated.defects().entrySet().stream()
            .filter(entry -> !entry.getKey().usable())
            .mapToLong(entry -> entry.getValue())
            .sum();
    assertThat(generated.rows()).isEqualTo(30_000);
    assertThat(generated.usable()).isEqualTo(30_000 - unusable);
  }

  @Test
  void anySizeHasExactlyTheRowsThatWereOrdered() throws IOException {
    for (long rows : List.of(1L, 9L, 10L, 137L)) {
      Generated generated = WrittenFiles.of(folder, rows, rows, true).generated();
      assertThat(generated.rows()).isEqualTo(rows);
    }
  }

  private static long separators(String line) {
    return line.chars().filter(c -> c == '|').count();
  }
}
