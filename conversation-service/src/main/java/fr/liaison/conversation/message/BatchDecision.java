package fr.liaison.conversation.message;

import fr.liaison.conversation.log.EntryKind;
import fr.liaison.conversation.log.Fingerprint;
import fr.liaison.conversation.log.LogEntry;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.log.Place;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides a batch of drafts against loaded state, in order: who is refused, who was here before,
 * and which entries are to be appended. Pure; numbers entries without gaps.
 */
final class BatchDecision {
  private final Map<ConversationId, LogHead> heads;
  private final Map<ConversationId, Roster> rosters;
  private final Instant now;
  private final Map<ConversationId, Long> ends = new HashMap<>();
  private final Map<Fingerprint, Place> places;
  private final List<SendOutcome> outcomes = new ArrayList<>();
  private final List<Appended> appended = new ArrayList<>();

  /** An entry to append, and the draft it comes from. */
  record Appended(Draft draft, LogEntry entry) {}

  BatchDecision(
      Map<ConversationId, LogHead> heads,
      Map<ConversationId, Roster> rosters,
      Map<Fingerprint, Place> places,
      Instant now) {
    this.heads = heads;
    this.rosters = rosters;
    this.places = new HashMap<>(places);
    this.now = now;
  }

  void decide(List<Draft> drafts) {
    drafts.forEach(draft -> outcomes.add(decide(draft)));
  }

  /** One for each draft, in the order of the drafts. */
  List<SendOutcome> outcomes() {
    return outcomes;
  }

  List<Appended> appended() {
    return appended;
  }

  private SendOutcome decide(Draft draft) {
    LogHead head = heads.get(draft.conversation());
    Roster roster = rosters.get(draft.conversation());
    if (head == null || roster == null || !roster.contains(draft.requester().device())) {
      return new SendOutcome.NotAMember();
    }
    long end = ends.getOrDefault(draft.conversation(), head.lastSequence());
    Place before = places.get(draft.fingerprint());
    if (before != null) {
      return before.isOf(EntryKind.message, draft.requester().device())
          ? new SendOutcome.Accepted(before.sequence(), before.acceptedAt())
          : new SendOutcome.Replayed();
    }
    if (head.dormant().contains(draft.requester().device())) {
      return new SendOutcome.Dormant(Optional.empty());
    }
    if (head.standing().closed()) {
      return new SendOutcome.Closed(head.standing().successor());
    }
    if (draft.epoch() != head.epoch()) {
      return new SendOutcome.StaleEpoch(head.epoch(), end);
    }
    if (head.commitFirst()) {
      return new SendOutcome.CommitFirst(head.epoch(), end);
    }
    LogEntry entry = entry(draft, end + 1);
    appended.add(new Appended(draft, entry));
    ends.put(draft.conversation(), entry.sequence());
    places.put(
        draft.fingerprint(),
        new Place(entry.kind(), entry.sequence(), entry.epoch(), entry.sender(), now));
    return new SendOutcome.Accepted(entry.sequence(), now);
  }

  private LogEntry entry(Draft draft, long sequence) {
    return new LogEntry(
        draft.conversation(),
        sequence,
        EntryKind.message,
        draft.epoch(),
        draft.requester().device(),
        now,
        draft.priority(),
        draft.fingerprint().sha256(),
        draft.payload());
  }
}
