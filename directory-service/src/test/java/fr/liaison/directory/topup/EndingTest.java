package fr.liaison.directory.topup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 2026-11-23T22:59:59Z, false",
    "2026-11-23, 2026-11-23T23:00:00Z, true",
    "2026-11, 2026-11-30T22:59:59Z, false",
    "2026-11, 2026-11-30T23:00:00Z, true",
    "2026, 2026-12-31T22:59:59Z, false",
    "2026, 2026-12-31T23:00:00Z, true",
    "2026-11-23T10:00:00+01:00, 2026-11-23T08:59:59Z, false",
    "2026-11-23T10:00:00+01:00, 2026-11-23T09:00:00Z, true",
  })
  void anEndIncludesItsDayMonthOrYear(String end, Instant now, boolean past) {
    Period period = new Period().setEndElement(new DateTimeType(end));
    assertThat(Ending.isPast(period, now)).isEqualTo(past);
  }

  @Test
  void aPeriodWithoutAnEndIsNotPast() {
    assertThat(Ending.isPast(new Period(), Instant.now())).isFalse();
  }
}
