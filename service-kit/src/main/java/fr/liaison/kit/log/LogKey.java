package fr.liaison.kit.log;

/** The only keys a log line may carry besides its message: opaque ids, codes and counts. */
public enum LogKey {
  conversationId,
  deviceId,
  practitionerId,
  attachmentId,
  eventId,
  eventType,
  topic,
  partition,
  offset,
  sequence,
  epoch,
  problem,
  incident,
  count,
  durationMs,
  dependency,
  importId,
  line,
  reason,
  failure
}
