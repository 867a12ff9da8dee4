package fr.liaison.attachment.download;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.attachment.download.RequestedRange.Outside;
import fr.liaison.attachment.download.RequestedRange.Part;
import fr.liaison.attachment.download.RequestedRange.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedRangeTest {
  private static final long SIZE = 1000;

  @Test
  void noHeaderAsksForTheWhole() {
    assertThat(RequestedRange.of(null, SIZE)).isEqualTo(new Whole());
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-999, 0, 999",
    "bytes=999-999, 999, 999",
    "bytes=10-, 10, 999",
    "bytes=-1, 999, 999",
    "bytes=-5000, 0, 999",
    "bytes=990-99999999999999999999999, 990, 999",
    "BYTES=1-2, 1, 2",
    "bytes=0000000000000000000000000005-6, 5, 6",
  })
  void aSingleRangeIsCutToTheBlob(String header, long first, long last) {
    assertThat(RequestedRange.of(header, SIZE)).isEqualTo(new Part(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=1000-", "bytes=1000-2000", "bytes=-0", "bytes=99999999999999999999-"})
  void aRangeWithoutAnyByteOfTheBlobIsOutside(String header) {
    assertThat(RequestedRange.of(header, SIZE)).isEqualTo(new Outside());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=5-4",
        "bytes=0-1,5-6",
        "lines=1-2",
        "bytes=1--2",
        "bytes=-1-2",
        "bytes=१-२"
      })
  void whatIsNotOneByteRangeIsIgnored(String header) {
    assertThat(RequestedRange.of(header, SIZE)).isEqualTo(new Whole());
  }
}
