package fr.liaison.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeterminismTest {
  private static final String THOUSAND_ROWS_OF_SEED_42 =
      "81b211ac18c32dd9ad85eccc29facd17484acdcff7b6c83cb5dededaf5d2308c";

  @TempDir Path folder;

  @Test
  void theSameOrderGivesTheSameBytesForEver() throws Exception {
    assertThat(WrittenFiles.of(folder, 1_000, 42, true).digest())
        .as("a changed digest is a changed register: benchmarks are not comparable any more")
        .isEqualTo(THOUSAND_ROWS_OF_SEED_42);
  }

  @Test
  void neitherLocaleNorTimeZoneMatters() throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(WrittenFiles.of(folder, 1_000, 42, true).digest())
          .isEqualTo(THOUSAND_ROWS_OF_SEED_42);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void anotherSeedGivesOtherPeople() throws Exception {
    assertThat(WrittenFiles.of(folder, 1_000, 43, true).digest())
        .isNotEqualTo(THOUSAND_ROWS_OF_SEED_42);
  }
}
