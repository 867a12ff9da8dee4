package fr.liaison.client.conversation;

import fr.liaison.client.audit.DeviceClaim;
import fr.liaison.client.audit.KnownKeys.Standing;
import fr.liaison.client.conversation.Groups.Held;
import fr.liaison.client.group.Wire;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.store.Conversations;
import fr.liaison.client.store.StoredConversation;
import fr.liaison.client.store.Table;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.group.Group;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Looks at the keys of devices that others let in, beside the turn, and tells when a conversation
 * begins or ceases to hold one that the public log does not prove: at once when it was refused,
 * after five minutes when the log does not know it. Nobody is put out, and nothing waits for it.
 */
final class LookBehind {
  private static final Duration GRACE = Duration.ofMinutes(5);

  /** Asked again at first after so long, then ever more rarely: each answer is an act too. */
  private static final Duration AGAIN = Duration.ofSeconds(20);

  private static final Duration RAREST = Duration.ofHours(1);

  private final Desk desk;
  private final Turn turn;
  private final Map<ConversationId, Members> known = new HashMap<>();
  private final Map<DeviceId, Next> next = new HashMap<>();
  private final Set<DeviceId> unproven = new HashSet<>();
  private final Map<ConversationId, Set<DeviceId>> told = new HashMap<>();

  /** Who is in a group, as of an entry of its log. */
  private record Members(long cursor, Map<DeviceId, DeviceClaim> claims) {}

  /** When to ask again, and how long to wait then. */
  private record Next(Instant at, Duration pause) {}

  LookBehind(Desk desk, Turn turn) {
    this.desk = desk;
    this.turn = turn;
  }

  /** One look at whatever is due; a question takes seconds at most, and none holds the turn. */
  synchronized void look() {
    Map<DeviceId, Set<DeviceClaim>> due = turn.take(this::due);
    List<DeviceClaim> asked = new ArrayList<>();
    due.values().stream().filter(claims -> claims.size() == 1).forEach(asked::addAll);
    Map<UUID, Standing> found = asked.isEmpty() ? Map.of() : desk.knownKeys().look(asked);
    turn.run(
        () -> {
          // Two keys under the id of one device: at least one is nobody's.
          due.keySet()
              .forEach(
                  device -> note(device, found.getOrDefault(device.value(), Standing.REFUSED)));
          tell();
        });
  }

  private Map<DeviceId, Set<DeviceClaim>> due() {
    List<ConversationId> open =
        desk.store().read(StoredConversation::all).stream()
            .filter(one -> one.active() && !one.closed())
            .map(StoredConversation::id)
            .toList();
    open.forEach(this::meet);
    known.keySet().retainAll(open);
    told.keySet().retainAll(open);
    Instant now = desk.clock().instant();
    Map<DeviceId, Set<DeviceClaim>> due = new LinkedHashMap<>();
    for (Members members : known.values()) {
      members
          .claims()
          .forEach(
              (device, claim) -> {
                if (!next.containsKey(device) || !now.isBefore(next.get(device).at())) {
                  due.computeIfAbsent(device, none -> new HashSet<>()).add(claim);
                }
              });
    }
    return due;
  }

  private void meet(ConversationId id) {
    long cursor = desk.store().read(reader -> Conversations.cursor(reader, id)).orElse(-1);
    Members before = known.get(id);
    if (before != null && before.cursor() == cursor) {
      return;
    }
    if (desk.groups().held(id) instanceof Held.Ready(Group group, long at)) {
      Map<DeviceId, DeviceClaim> claims = new LinkedHashMap<>();
      desk.device()
          .certified(group)
          .values()
          .forEach(
              one ->
                  claims.put(
                      new DeviceId(one.device()),
                      DeviceClaim.of(
                          one.device(), null, one.nationalId(), Wire.json(one.signatureKey()))));
      known.put(id, new Members(at, claims));
    } else {
      known.remove(id);
    }
  }

  private void note(DeviceId device, Standing standing) {
    Instant now = desk.clock().instant();
    Duration pause = next.containsKey(device) ? next.get(device).pause() : AGAIN;
    Duration doubled = pause.multipliedBy(2).compareTo(RAREST) < 0 ? pause.multipliedBy(2) : RAREST;
    switch (standing) {
      case PROVEN -> {
        desk.store()
            .change(transaction -> transaction.remove(Table.UNPROVEN_KEY, device.toString()));
        unproven.remove(device);
        next.put(device, new Next(now.plus(RAREST), AGAIN));
      }
      case REFUSED -> {
        unproven.add(device);
        next.put(device, new Next(now.plus(pause), doubled));
      }
      case WAITING, SILENT -> {
        if (!now.isBefore(firstMet(device, now).plus(GRACE))) {
          unproven.add(device);
        }
        next.put(device, new Next(now.plus(pause), doubled));
      }
    }
  }

  /** Kept, so that a program that runs for moments only comes to an end with it as well. */
  private Instant firstMet(DeviceId device, Instant now) {
    String key = device.toString();
    return desk.store()
        .read(reader -> reader.get(Table.UNPROVEN_KEY, key))
        .map(bytes -> Instant.parse(new String(bytes.toArray(), StandardCharsets.UTF_8)))
        .orElseGet(
            () -> {
              Bytes met = Bytes.of(now.toString().getBytes(StandardCharsets.UTF_8));
              desk.store().change(transaction -> transaction.put(Table.UNPROVEN_KEY, key, met));
              return now;
            });
  }

  private void tell() {
    known.forEach(
        (id, members) -> {
          Set<DeviceId> now =
              members.claims().keySet().stream()
                  .filter(unproven::contains)
                  .collect(Collectors.toSet());
          if (!now.equals(told.getOrDefault(id, Set.of()))) {
            told.put(id, now);
            desk.notices().add(new Notice.KeysUnproven(id, now));
          }
        });
  }
}
