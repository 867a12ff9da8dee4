package fr.liaison.conversation.stream;

import fr.liaison.contracts.event.ReceiptMoved;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.welcome.WelcomeView;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A stream after its hello: what it has been sent, what it acknowledged, and until when it may
 * stay. Only ever used by the session's own turns.
 */
final class Greeted {
  private final StreamSession session;
  private final Outlet outlet;
  private final StreamParts parts;
  private final Requester requester;
  private final Map<ConversationId, Cursor> cursors = new HashMap<>();
  private final Map<ConversationId, Long> acknowledged = new HashMap<>();
  private final Set<UUID> welcomed = new HashSet<>();
  private final Set<ConversationId> resyncing = new HashSet<>();
  private Instant expiresAt;
  private Instant lastHeard = Instant.now();
  private Instant lastPing = Instant.now();
  private Instant lastCheck = Instant.now();
  private Instant writeAt = Instant.MAX;

  Greeted(
      StreamSession session,
      Outlet outlet,
      StreamParts parts,
      Requester requester,
      Instant expiresAt) {
    this.session = session;
    this.outlet = outlet;
    this.parts = parts;
    this.requester = requester;
    this.expiresAt = expiresAt;
  }

  DeviceId device() {
    return requester.device();
  }

  /** Registers first and reads then, so that nothing committed in between is missed. */
  void begin(Optional<String> resume) {
    parts.registry().add(device(), session);
    parts.presence().opened(session.id(), requester);
    parts.seen().note(device());
    Map<ConversationId, Long> resumed =
        resume.map(token -> Resume.read(device(), token)).orElse(Map.of());
    outlet.send(new ServerFrame.Ready().json());
    sendWelcomes();
    for (Position position : parts.positions().all(device())) {
      track(position, resumed.getOrDefault(position.conversation(), 0L));
    }
    cursors.values().forEach(this::deliver);
    outlet.send(new ServerFrame.CaughtUp(Resume.write(device(), unacknowledged())).json());
  }

  void heard(ClientFrame frame) {
    lastHeard = Instant.now();
    switch (frame) {
      case ClientFrame.Ack(ConversationId conversation, long sequence) ->
          acknowledge(conversation, sequence);
      case ClientFrame.Token(String token) ->
          parts
              .greeting()
              .renew(requester, token)
              .ifPresentOrElse(
                  until -> expiresAt = until, () -> outlet.close(CloseReason.UNAUTHENTICATED));
      case ClientFrame.Pong ignored -> {}
      case ClientFrame.Hello ignored -> outlet.close(CloseReason.MALFORMED);
      case ClientFrame.Malformed ignored -> outlet.close(CloseReason.MALFORMED);
    }
  }

  void tick() {
    Instant now = Instant.now();
    if (!expiresAt.isAfter(now)) {
      outlet.close(CloseReason.UNAUTHENTICATED);
    } else if (lastHeard.plus(parts.config().ping().multipliedBy(3)).isBefore(now)) {
      outlet.close(CloseReason.TRY_AGAIN_LATER);
    } else if (lastPing.plus(parts.config().ping()).isBefore(now)) {
      lastPing = now;
      outlet.send(new ServerFrame.Ping().json());
    }
    if (lastCheck.plus(parts.config().recheck()).isBefore(now)) {
      lastCheck = now;
      recheck();
    }
  }

  void rosterMoved(ConversationId conversation) {
    Optional<Position> now = parts.positions().one(device(), conversation);
    now.ifPresent(position -> track(position, 0L));
    Cursor cursor = cursors.get(conversation);
    if (cursor != null) {
      sendWelcomes();
      deliver(cursor);
      if (!cursor.left()) {
        outlet.send(new ServerFrame.Conversation(conversation.value()).json());
      }
    }
  }

  void logGrew(ConversationId conversation, long upTo) {
    Cursor cursor = cursors.get(conversation);
    if (cursor != null && cursor.sent() < upTo) {
      cursor.announce(upTo);
      deliver(cursor);
    }
  }

  void marksMoved(ReceiptMoved moved) {
    Cursor cursor = cursors.get(new ConversationId(moved.conversationId()));
    if (cursor != null && !cursor.left()) {
      outlet.send(
          new ServerFrame.Receipt(
                  moved.conversationId(),
                  moved.practitionerId(),
                  moved.deviceId(),
                  moved.deliveredUpTo(),
                  moved.readUpTo())
              .json());
    }
  }

  /** Writes what was gathered once its time has come. */
  void writeAcknowledgements() {
    if (acknowledged.isEmpty() || writeAt.isAfter(Instant.now())) {
      return;
    }
    writeAt = Instant.MAX;
    Map<ConversationId, Long> gathered = Map.copyOf(acknowledged);
    acknowledged.clear();
    gathered.forEach(
        (conversation, sequence) -> parts.moveReceipt().move(device(), conversation, sequence, 0));
  }

  private void acknowledge(ConversationId conversation, long sequence) {
    Cursor cursor = cursors.get(conversation);
    if (cursor == null) {
      return;
    }
    cursor.acknowledged(sequence);
    if (acknowledged.isEmpty()) {
      writeAt = Instant.now().plus(parts.config().gather());
      parts.timer().after(parts.config().gather(), session::nudge);
    }
    acknowledged.merge(conversation, Math.min(sequence, cursor.sent()), Math::max);
  }

  private void recheck() {
    Optional<CloseReason> ended = parts.greeting().ended(requester);
    if (ended.isPresent()) {
      outlet.close(ended.get());
      return;
    }
    parts.seen().note(device());
    sendWelcomes();
    for (Position position : parts.positions().all(device())) {
      track(position, 0L);
    }
    cursors.values().forEach(this::deliver);
  }

  private void sendWelcomes() {
    List<WelcomeView> page = parts.positions().welcomes(device(), welcomed);
    while (!page.isEmpty() && outlet.isOpen()) {
      for (WelcomeView welcome : page) {
        if (!outlet.send(new ServerFrame.Welcome(welcome).json())) {
          return;
        }
        welcomed.add(welcome.id());
      }
      page = parts.positions().welcomes(device(), welcomed);
    }
  }

  private void track(Position position, long resumed) {
    if (position.dormantSince().isPresent()) {
      resync(position.conversation(), position.dormantSince());
      return;
    }
    cursors
        .computeIfAbsent(
            position.conversation(), id -> new Cursor(position, parts.positions(), parts.tail()))
        .update(position, resumed);
    parts.registry().follow(position.conversation(), session);
  }

  /** Nothing of it is sent, or said, until the device entered again; its roster brings it back. */
  private void resync(ConversationId conversation, Optional<Instant> since) {
    cursors.remove(conversation);
    acknowledged.remove(conversation);
    parts.registry().unfollow(conversation, session);
    tellResync(conversation, since);
  }

  /** Once, until it reads again. */
  private void tellResync(ConversationId conversation, Optional<Instant> since) {
    if (resyncing.add(conversation)) {
      outlet.send(new ServerFrame.ResyncRequired(conversation.value(), since.orElse(null)).json());
    }
  }

  private void deliver(Cursor cursor) {
    cursor.deliver(device(), outlet);
    if (cursor.behind()) {
      tellResync(cursor.conversation(), Optional.empty());
    } else {
      resyncing.remove(cursor.conversation());
    }
    if (cursor.over()) {
      parts.registry().unfollow(cursor.conversation(), session);
    }
  }

  private Map<ConversationId, Long> unacknowledged() {
    Map<ConversationId, Long> ahead = new HashMap<>();
    cursors.forEach(
        (conversation, cursor) -> {
          if (cursor.sent() > cursor.delivered()) {
            ahead.put(conversation, cursor.sent());
          }
        });
    return ahead;
  }
}
