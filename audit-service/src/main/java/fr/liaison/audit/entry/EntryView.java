package fr.liaison.audit.entry;

import fr.liaison.contracts.event.ActRecorded;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One act and its place in the log. */
@Schema(
    name = "Entry",
    requiredProperties = {
      "index", "id", "time", "service", "action", "outcome", "actor", "details"
    })
public record EntryView(
    long index,
    UUID id,
    Instant time,
    String service,
    String action,
    ActRecorded.Outcome outcome,
    ActRecorded.Actor actor,
    ActRecorded.@Nullable Subject object,
    @Nullable UUID conversationId,
    Map<String, String> details) {

  static EntryView of(long index, ActRecorded act) {
    return new EntryView(
        index,
        act.actId(),
        act.time(),
        act.service(),
        act.action(),
        act.outcome(),
        act.actor(),
        act.object(),
        act.conversationId(),
        act.details());
  }
}
