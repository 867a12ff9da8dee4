package fr.liaison.client.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import fr.liaison.client.api.CommitBundle;
import fr.liaison.client.group.Wire;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.message.MlsMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One conversation of the services of the tests. */
final class TestRoom {
  final String id;
  final String kind;
  String succeeds;
  final Set<String> roster = new LinkedHashSet<>();
  final Set<String> admins = new LinkedHashSet<>();
  final Set<String> reporters = new LinkedHashSet<>();

  /** Whom the server claims to be in besides. */
  final Set<String> claimed = new LinkedHashSet<>();

  String state = "open";
  String successor = "";
  long epoch;

  /** Whoever asks for what is before this is told to join again. */
  long keptFrom;

  private final List<Logged> log = new ArrayList<>();
  private Bytes groupInfo = Bytes.of(new byte[0]);

  private record Logged(String kind, String sender, Bytes payload, long epoch, Bytes shown) {}

  TestRoom(String id, String kind, String succeeds) {
    this.id = id;
    this.kind = kind;
    this.succeeds = succeeds;
  }

  int size() {
    return log.size();
  }

  Object answer(
      TestDelivery all, HttpExchange exchange, String device, String[] parts, JsonNode json)
      throws JsonProcessingException {
    if (parts.length == 2) {
      return view(all);
    }
    return switch (parts[2]) {
      case "group-info" -> Map.of("epoch", epoch, "groupInfo", groupInfo);
      case "log" -> page(device, after(exchange));
      case "receipts" -> Map.of();
      case "commits", "joins" -> commit(all, device, bundle(json));
      case "messages" -> message(device, Bytes.parse(json.path("message").asText()));
      case "admins" -> appointed(exchange.getRequestMethod(), parts[3]);
      case "reports" -> reported(all, device);
      case "refounding" -> refounding();
      default -> throw new TestRefusal(404, "not-found", Map.of());
    };
  }

  private Object refounding() {
    if (state.equals("open")) {
      state = "refounding";
    }
    return Map.of("state", state);
  }

  private Object reported(TestDelivery all, String device) {
    reporters.add(all.person(device));
    if (reporters.size() >= 2) {
      var _ = refounding();
    }
    return Map.of("reporters", reporters.size(), "needed", 2, "state", state);
  }

  private Object appointed(String method, String person) {
    var _ = method.equals("PUT") ? admins.add(person) : admins.remove(person);
    return Map.of();
  }

  private void checkOpen() {
    if (!state.equals("open")) {
      throw new TestRefusal(
          409,
          "conversation-closed",
          successor.isEmpty() ? Map.of() : Map.of("successor", successor));
    }
  }

  private Object message(String device, Bytes message) {
    checkOpen();
    for (int at = 0; at < log.size(); at++) {
      if (log.get(at).payload().equals(message)) {
        return Map.of("sequence", at + 1, "acceptedAt", "2026-06-01T12:00:00Z");
      }
    }
    try {
      if (((MlsMessage.Private) MlsMessage.parse(Wire.mls(message))).message().epoch() != epoch) {
        throw new TestRefusal(409, "stale-epoch", Map.of());
      }
    } catch (Malformed unreadable) {
      throw new AssertionError(unreadable);
    }
    log.add(new Logged("message", device, message, epoch, message));
    return Map.of("sequence", log.size(), "acceptedAt", "2026-06-01T12:00:00Z");
  }

  private static CommitBundle bundle(JsonNode json) throws JsonProcessingException {
    return ContractJson.mapper().treeToValue(json, CommitBundle.class);
  }

  Object commit(TestDelivery all, String device, CommitBundle bundle) {
    checkOpen();
    if (all.devices.get(device).epochOf(bundle.groupInfo()) != epoch + 1) {
      throw new TestRefusal(409, "stale-epoch", Map.of());
    }
    Bytes shown = bundle.commit();
    if (all.devices.get(device).devicesIn(bundle.groupInfo()).size() > all.mostDevices) {
      throw new TestRefusal(422, "not-allowed-in-conversation", Map.of("rule", "too-many-devices"));
    }
    if (all.breakNextCommit) {
      all.breakNextCommit = false;
      byte[] broken = shown.toArray();
      broken[broken.length - 1] ^= 1;
      shown = Bytes.of(broken);
    }
    log.add(new Logged("commit", device, bundle.commit(), epoch, shown));
    epoch++;
    groupInfo = bundle.groupInfo();
    roster.clear();
    roster.addAll(all.devices.get(device).devicesIn(groupInfo));
    if (bundle.welcome() != null) {
      all.welcome(id, log.size(), bundle.welcome());
    }
    return Map.of("epoch", epoch, "sequence", log.size());
  }

  private static int after(HttpExchange exchange) {
    return Integer.parseInt(
        exchange.getRequestURI().getQuery().replaceFirst(".*after=(\\d+).*", "$1"));
  }

  private Object page(String device, int after) {
    if (after + 1 < keptFrom) {
      throw new TestRefusal(410, "resync-required", Map.of("since", "2026-01-01T00:00:00Z"));
    }
    List<Object> entries = new ArrayList<>();
    for (int at = after; at < log.size(); at++) {
      Logged one = log.get(at);
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("conversationId", id);
      entry.put("sequence", at + 1);
      entry.put("kind", one.kind());
      entry.put("epoch", one.epoch());
      entry.put("senderDeviceId", one.sender());
      entry.put("acceptedAt", "2026-06-01T12:00:00Z");
      entry.put("priority", "routine");
      entry.put("payload", one.sender().equals(device) ? one.payload() : one.shown());
      entry.put("sha256", Wire.sha256(one.payload()));
      entries.add(entry);
    }
    return Map.of("entries", entries, "caughtUp", true);
  }

  Object view(TestDelivery all) {
    Map<String, Object> view = new HashMap<>();
    view.put("id", id);
    view.put("kind", kind);
    view.put("epoch", epoch);
    view.put("lastSequence", log.size());
    view.put("firstSequence", 1);
    view.put("createdAt", "2026-06-01T12:00:00Z");
    view.put("state", state);
    if (!succeeds.isEmpty()) {
      view.put("succeeds", succeeds);
    }
    if (!successor.isEmpty()) {
      view.put("succeededBy", successor);
    }
    view.put(
        "members",
        Stream.concat(roster.stream(), claimed.stream())
            .map(one -> Map.of("practitionerId", all.person(one), "deviceId", one))
            .toList());
    view.put("admins", admins);
    view.put("receipts", List.of());
    return view;
  }
}
