package fr.liaison.contracts.event;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A device was on its stream or read a log on that day of UTC; said at most once a day and device.
 * The hour is nobody's business.
 */
public record DeviceUsed(UUID deviceId, LocalDate day) implements DomainEvent {
  @Override
  public UUID aggregateId() {
    return deviceId;
  }
}
