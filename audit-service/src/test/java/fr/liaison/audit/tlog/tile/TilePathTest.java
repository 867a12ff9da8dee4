package fr.liaison.audit.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

  @ParameterizedTest
  @CsvSource({
    "0, 256, 000",
    "999, 256, 999",
    "1000, 256, x001/000",
    "1234067, 256, x001/x234/067",
    "1234067, 8, x001/x234/067.p/8",
    "273, 112, 273.p/112",
    "5, 255, 005.p/255"
  })
  void aPathIsWrittenAsTheSpecificationSays(long index, int width, String path) {
    assertThat(new TilePath(index, width)).hasToString(path);
    assertThat(TilePath.parse(path)).isEqualTo(new TilePath(index, width));
  }

  @Test
  void everyPathReadsBack() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 1000; round++) {
      TilePath path =
          new TilePath(
              random.nextLong(1L << random.nextInt(1, 56)),
              1 + random.nextInt(TilePath.FULL_WIDTH));
      assertThat(TilePath.parse(path.toString())).as("seed %d", seed).isEqualTo(path);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "00",
        "0000",
        "x000/000",
        "x01/000",
        "001/000",
        "x001/x000",
        "-01",
        "000.p/0",
        "000.p/256",
        "000.p/01",
        "000.p/",
        "000.p/999",
        "../000",
        "000/",
        "x001//000",
        "٠٠٠",
        "x999/x999/x999/x999/x999/x999/x999/999",
        "000\n"
      })
  void anyOtherSpellingIsRefused(String path) {
    assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(MalformedLogDataException.class);
  }
}
