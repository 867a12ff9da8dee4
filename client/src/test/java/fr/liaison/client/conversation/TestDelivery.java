package fr.liaison.client.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import fr.liaison.client.api.CommitBundle;
import fr.liaison.client.audit.TestLog;
import fr.liaison.client.card.TestCards;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.group.TestMember;
import fr.liaison.client.group.Wire;
import fr.liaison.client.http.TestGateway;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.message.MlsMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * As much of the services as several messengers need: pools, logs, rosters read off the groups,
 * reports and successors. The real ones are in the acceptance ring.
 */
final class TestDelivery implements AutoCloseable {
  private static final CipherSuite SUITE = CipherSuite.MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519;

  final Map<String, TestMember> devices = new LinkedHashMap<>();
  final Map<String, TestRoom> rooms = new LinkedHashMap<>();
  final List<String> calls = new ArrayList<>();

  /** The next commit is stored so that only its sender can follow it. */
  boolean breakNextCommit;

  /** The answer to the next message is lost, the message is not. */
  boolean loseNextAnswer;

  /** What every device of the tests stands in. */
  final TestLog log = new TestLog();

  /** A conversation takes no more. */
  int mostDevices = Integer.MAX_VALUE;

  /** The certificates that devices get when they ask; a device without one is refused. */
  final Map<String, EnrolledDevice> renewals = new HashMap<>();

  /** Uploads stand still after this many bytes. */
  int uploadLimit = Integer.MAX_VALUE;

  final Map<String, java.io.ByteArrayOutputStream> uploads = new LinkedHashMap<>();
  private final Map<String, Deque<Bytes>> pools = new HashMap<>();
  private final Map<String, String> references = new HashMap<>();
  private final Map<String, Map<String, String>> welcomes = new HashMap<>();
  private final TestGateway gateway;

  TestDelivery() throws IOException {
    gateway = TestGateway.answering(this::answer);
  }

  /** Who signs the cards of everybody. */
  TestCards cards = TestCards.ofNobody();

  /** Whose cards were asked for. */
  final List<String> cardsRead = new ArrayList<>();

  /** Who left the register. */
  final Set<String> departed = ConcurrentHashMap.newKeySet();

  /** What the log keeps from one who asks: {@code asking + "/" + asked}. */
  final Set<String> hidden = ConcurrentHashMap.newKeySet();

  /** Time as the programs see it. */
  volatile Instant now = Instant.parse("2026-06-01T12:00:00Z");

  final InstantSource clock = () -> now;

  URI origin() {
    return gateway.origin();
  }

  /** How often something was asked for. */
  long count(String call) {
    synchronized (this) {
      return calls.stream().filter(call::equals).count();
    }
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replaceFirst(".*/v1/", "");
    String device = String.valueOf(exchange.getRequestHeaders().getFirst("Liaison-Device"));
    String method = exchange.getRequestMethod();
    byte[] body = exchange.getRequestBody().readAllBytes();
    String[] parts = path.split("/", -1);
    if (path.equals("log/key")) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(log.key().getBytes(StandardCharsets.UTF_8));
      return;
    }
    if (parts[0].equals("uploads")) {
      upload(exchange, parts, body);
      return;
    }
    calls.add(method + " " + (parts.length > 2 ? parts[2] : parts[0]));
    JsonNode json = body.length == 0 ? null : ContractJson.mapper().readTree(body);
    Object said;
    try {
      said = said(exchange, device, parts, json);
    } catch (TestRefusal refusal) {
      TestGateway.json(exchange, refusal.status, refusal.json());
      return;
    }
    if (loseNextAnswer && path.endsWith("/messages")) {
      loseNextAnswer = false;
      throw new IOException("lost");
    }
    TestGateway.json(exchange, 200, ContractJson.mapper().writeValueAsString(said));
  }

  private Object said(HttpExchange exchange, String device, String[] parts, JsonNode json)
      throws JsonProcessingException {
    String method = exchange.getRequestMethod();
    return switch (parts[0]) {
      case "device-bindings" -> bindings(exchange, device, parts[1]);
      case "practitioners" ->
          parts.length == 2 ? Map.of("nationalId", nationalId(parts[1])) : card(parts[1]);
      case "device-challenges" ->
          Map.of("challenge", "something fresh", "expiresAt", "2026-06-01T12:05:00Z");
      case "devices" -> renewed(parts[1]);
      case "key-packages" -> method.equals("GET") ? level(device) : pool(device, json);
      case "key-package-claims" -> claim(json);
      case "welcomes" -> method.equals("GET") ? waiting(device) : dropped(device, parts[1]);
      default -> conversations(exchange, device, parts, json);
    };
  }

  /** Logs a device once, however often its program starts. */
  synchronized void logged(TestMember member) {
    String device = member.enrolled.id().toString();
    if (!log.holds(device)) {
      log.bind(
          device,
          member.enrolled.practitioner().toString(),
          member.nationalId(),
          Wire.json(member.device.keyPackage().keyPackage().leafNode().signatureKey()));
    }
  }

  private Object bindings(HttpExchange exchange, String asking, String device) {
    String query = exchange.getRequestURI().getQuery();
    String shown = hidden.contains(asking + "/" + device) ? "none" : device;
    return log.of(shown, Long.parseLong(query.replace("since=", "")));
  }

  private Object card(String person) {
    cardsRead.add(person);
    ObjectNode said = TestCards.person(PractitionerId.parse(person), nationalId(person));
    ((ObjectNode) said.path("card"))
        .put("registerStatus", departed.contains(person) ? "departed" : "active");
    return cards.answer(said.put("issuedAt", now.toString()));
  }

  private Object conversations(HttpExchange exchange, String device, String[] parts, JsonNode json)
      throws JsonProcessingException {
    if (parts.length == 1) {
      return json == null
          ? Map.of(
              "items",
              rooms.values().stream()
                  .filter(one -> one.roster.contains(device))
                  .map(one -> one.view(this))
                  .toList())
          : opened(device, json);
    }
    if (parts[1].equals("joinable")) {
      return Map.of("items", List.of());
    }
    TestRoom room = rooms.get(parts[1]);
    if (room == null || !room.roster.contains(device)) {
      throw new TestRefusal(404, "not-found", Map.of());
    }
    return room.answer(this, exchange, device, parts, json);
  }

  private Object opened(String device, JsonNode json) throws JsonProcessingException {
    String id = json.path("id").asText();
    String succeeds = json.path("succeeds").asText("");
    TestRoom room = new TestRoom(id, json.path("kind").asText(), succeeds);
    TestRoom old = rooms.get(succeeds);
    if (old != null && !old.successor.isEmpty()) {
      throw new TestRefusal(409, "conversation-closed", Map.of("successor", old.successor));
    }
    room.roster.add(device);
    CommitBundle bundle =
        ContractJson.mapper().treeToValue(json.path("commit"), CommitBundle.class);
    if (room.epoch == 0) {
      room.commit(this, device, bundle);
      room.admins.add(person(device));
    }
    rooms.putIfAbsent(id, room);
    if (old != null) {
      old.state = "succeeded";
      old.successor = id;
    }
    return room.view(this);
  }

  /** Puts Welcomes where they belong. */
  void welcome(String room, long sequence, Bytes welcome) {
    try {
      MlsMessage.Welcoming message = (MlsMessage.Welcoming) MlsMessage.parse(Wire.mls(welcome));
      message
          .welcome()
          .secrets()
          .forEach(
              one -> {
                String device = references.get(Wire.json(one.keyPackageReference()).toBase64Url());
                welcomes
                    .computeIfAbsent(device, none -> new LinkedHashMap<>())
                    .put(
                        UUID.randomUUID().toString(),
                        "{\"conversationId\":\"%s\",\"sequence\":%d,\"welcome\":\"%s\"}"
                            .formatted(room, sequence, welcome.toBase64Url()));
              });
    } catch (Malformed unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private Object renewed(String device) {
    EnrolledDevice renewed = renewals.get(device);
    if (renewed == null) {
      throw new TestRefusal(503, "unavailable", Map.of());
    }
    return Map.of(
        "id",
        device,
        "name",
        "Poste",
        "signatureKey",
        renewed.publicKey(),
        "status",
        "active",
        "enrolledAt",
        "2026-06-01T12:00:00Z",
        "expiresAt",
        renewed.expiresAt().toString(),
        "certificateChain",
        renewed.certificateChain());
  }

  private Object waiting(String device) throws JsonProcessingException {
    List<Object> items = new ArrayList<>();
    for (var one : welcomes.getOrDefault(device, Map.of()).entrySet()) {
      items.add(
          ((com.fasterxml.jackson.databind.node.ObjectNode)
                  ContractJson.mapper().readTree(one.getValue()))
              .put("id", one.getKey()));
    }
    return Map.of("items", items);
  }

  private Object dropped(String device, String id) {
    welcomes.getOrDefault(device, new HashMap<>()).remove(id);
    return Map.of();
  }

  private Object level(String device) {
    int available = pools.getOrDefault(device, new ArrayDeque<>()).size();
    return Map.of("available", available, "lastResort", pools.containsKey(device));
  }

  private Object pool(String device, JsonNode json) {
    Deque<Bytes> pool = pools.computeIfAbsent(device, none -> new ArrayDeque<>());
    json.path("keyPackages").forEach(one -> pool.add(Bytes.parse(one.asText())));
    return Map.of("available", pool.size());
  }

  private Object claim(JsonNode json) {
    TreeSet<String> wanted = new TreeSet<>();
    json.path("practitionerIds").forEach(one -> wanted.add(one.asText()));
    if (wanted.size() > 100) {
      throw new TestRefusal(400, "invalid-parameter", Map.of());
    }
    List<Object> claimed = new ArrayList<>();
    for (String device : devices.keySet()) {
      Bytes own = pools.getOrDefault(device, new ArrayDeque<>()).poll();
      if (wanted.contains(person(device)) && own != null) {
        references.put(reference(own), device);
        claimed.add(
            Map.of(
                "deviceId",
                device,
                "practitionerId",
                person(device),
                "status",
                "ok",
                "keyPackage",
                own.toBase64Url()));
      }
    }
    return Map.of("devices", claimed);
  }

  private static String reference(Bytes keyPackage) {
    try {
      MlsMessage.Keys keys = (MlsMessage.Keys) MlsMessage.parse(Wire.mls(keyPackage));
      return Wire.json(keys.keyPackage().reference(SUITE)).toBase64Url();
    } catch (Malformed unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private void upload(HttpExchange exchange, String[] parts, byte[] body) throws IOException {
    calls.add(exchange.getRequestMethod() + " uploads");
    if (parts.length == 1) {
      String id = UUID.randomUUID().toString();
      uploads.put(id, new java.io.ByteArrayOutputStream());
      TestGateway.json(exchange, 201, "", Map.of("Location", "/v1/uploads/" + id));
      return;
    }
    var stored = uploads.get(parts[1]);
    if (stored == null) {
      TestGateway.json(exchange, 404, "");
      return;
    }
    if (stored.size() + body.length > uploadLimit) {
      throw new IOException("cut");
    }
    stored.write(body);
    exchange.getResponseHeaders().set("Upload-Offset", Integer.toString(stored.size()));
    exchange.sendResponseHeaders(body.length == 0 ? 200 : 204, -1);
  }

  String person(String device) {
    return devices.get(device).enrolled.practitioner().toString();
  }

  private String nationalId(String person) {
    return devices.keySet().stream()
        .filter(one -> person(one).equals(person))
        .map(one -> devices.get(one).nationalId())
        .collect(Collectors.toCollection(TreeSet::new))
        .first();
  }

  @Override
  public void close() {
    gateway.close();
  }
}
