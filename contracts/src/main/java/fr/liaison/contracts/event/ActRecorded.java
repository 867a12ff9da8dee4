package fr.liaison.contracts.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act for the audit log: who did what to what, when, with which outcome. Written by the acting
 * service in the transaction of the act itself. Details are codes and counts, never content.
 */
public record ActRecorded(
    UUID actId,
    Instant time,
    String service,
    String action,
    Outcome outcome,
    Actor actor,
    @Nullable Subject object,
    @Nullable UUID conversationId,
    Map<String, String> details)
    implements DomainEvent {

  public ActRecorded {
    details = Map.copyOf(details);
  }

  @Override
  public UUID aggregateId() {
    return actId;
  }

  /** Whether the act took place. */
  public enum Outcome {
    success,
    refused
  }

  /** Who acted; all absent when the caller could not be identified, or the service itself acted. */
  public record Actor(
      @Nullable String accountId,
      @Nullable String nationalId,
      @Nullable UUID practitionerId,
      @Nullable UUID deviceId) {

    /** The service itself, or somebody unknown. */
    public static final Actor NOBODY = new Actor(null, null, null, null);
  }

  /** What was acted upon: a type name and an opaque id. */
  public record Subject(String type, String id) {}
}
