package fr.liaison.directory.topup;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;

/**
 * When a stated period is over (FHIR R4, Period): an end without a time includes its day, month or
 * year, as French calendars have it. One without an end is not.
 */
final class Ending {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private Ending() {}

  static boolean isPast(Period period, Instant now) {
    return period.getEnd() != null && !after(period).isAfter(now);
  }

  private static Instant after(Period period) {
    DateTimeType end = period.getEndElement();
    TemporalPrecisionEnum precision = end.getPrecision();
    return switch (precision) {
      case YEAR -> startOf(LocalDate.of(end.getYear(), 1, 1).plusYears(1));
      case MONTH -> startOf(LocalDate.of(end.getYear(), end.getMonth() + 1, 1).plusMonths(1));
      case DAY ->
          startOf(LocalDate.of(end.getYear(), end.getMonth() + 1, end.getDay()).plusDays(1));
      default -> period.getEnd().toInstant();
    };
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(PARIS).toInstant();
  }
}
