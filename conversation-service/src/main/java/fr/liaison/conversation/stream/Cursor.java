package fr.liaison.conversation.stream;

import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import java.util.List;

/**
 * How far one stream has been sent one conversation. Sends strictly in sequence; never sends an
 * entry of an epoch later than the one in which the device's membership was last read.
 */
final class Cursor {
  private final Positions positions;
  private final LogTail tail;
  private Position position;
  private long sent;
  private long delivered;
  private long announced;
  private boolean behind;

  Cursor(Position position, Positions positions, LogTail tail) {
    this.positions = positions;
    this.tail = tail;
    this.position = position;
    this.delivered = position.delivered();
    this.sent = Math.max(position.delivered(), position.first() - 1);
  }

  /** Takes a newer reading; a device that was put in again starts at its new beginning. */
  void update(Position newer, long resumed) {
    long before = sent;
    position = newer;
    delivered = Math.max(delivered, newer.delivered());
    sent = Math.max(Math.max(sent, Math.min(resumed, newer.end())), newer.first() - 1);
    behind &= sent == before;
  }

  void acknowledged(long sequence) {
    delivered = Math.max(delivered, Math.min(sequence, sent));
  }

  /** Somebody said that the log reaches this far; read to find out. */
  void announce(long upTo) {
    announced = Math.max(announced, upTo);
  }

  ConversationId conversation() {
    return position.conversation();
  }

  /** The device was removed; nothing said of the conversation since concerns it. */
  boolean left() {
    return position.left();
  }

  /** The device was removed and has been sent all it may read, the removing commit included. */
  boolean over() {
    return position.left() && sent >= position.end();
  }

  /** What comes next was cut; nothing is sent before the device entered again. */
  boolean behind() {
    return behind;
  }

  long sent() {
    return sent;
  }

  long delivered() {
    return delivered;
  }

  /** Sends everything the device may have by now, page by page. */
  void deliver(DeviceId device, Outlet outlet) {
    if (behind) {
      return;
    }
    List<EntryFrame> page = next(device);
    while (!page.isEmpty() && outlet.isOpen()) {
      for (EntryFrame frame : page) {
        if (!outlet.send(frame.text())) {
          return;
        }
        sent = frame.sequence();
      }
      page = next(device);
    }
  }

  /** The next entries that may be sent as the membership stands; empty when there are none. */
  private List<EntryFrame> next(DeviceId device) {
    List<EntryFrame> recent = recent();
    if (!recent.isEmpty() || sent >= Math.max(position.end(), announced)) {
      return recent;
    }
    positions.one(device, position.conversation()).ifPresent(newer -> update(newer, 0));
    announced = position.end();
    recent = recent();
    if (!recent.isEmpty() || sent >= position.end()) {
      return recent;
    }
    List<EntryFrame> read = positions.entries(position.conversation(), sent, position.end());
    if (read.isEmpty() || read.getFirst().sequence() != sent + 1) {
      behind = true;
      return List.of();
    }
    if (!position.left()) {
      tail.add(position.conversation(), read);
    }
    return read;
  }

  private List<EntryFrame> recent() {
    return position.left()
        ? List.of()
        : tail.after(position.conversation(), sent).orElse(List.of()).stream()
            .takeWhile(frame -> frame.epoch() <= position.epoch())
            .toList();
  }
}
