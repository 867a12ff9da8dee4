package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.kit.database.Database;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.test.KafkaResource;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What service tests share: enrolled devices, HTTP as a client does it, and a group to talk in. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(AuthorityResource.class)
abstract class ServiceScene {
  static final ObjectMapper JSON = new ObjectMapper();
  static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final MlsBytes mls = new MlsBytes(System.nanoTime());
  final TestGroups groups = new TestGroups();

  @Inject Database database;
  @TestHTTPResource URI service;

  /** An answer: its status and its body. */
  record Answer(int status, JsonNode body, HttpResponse<String> raw) {
    String code() {
      return body.path("code").asText();
    }
  }

  Device enrol(UUID practitioner) {
    Device device = Device.of(practitioner);
    database.run(
        tx ->
            tx.update(
                "insert into known_device (device_id, account_id, practitioner_id, signature_key,"
                    + " expires_at) values ($1, $2, $3, $4, $5)",
                device.id(),
                device.account(),
                device.practitioner(),
                Buffer.buffer(device.key()),
                OffsetDateTime.now(ZoneOffset.UTC).plusDays(30)));
    return device;
  }

  Device enrol() {
    return enrol(UUID.randomUUID());
  }

  /** A live stream of the device, with all that it had missed. */
  StreamClient connect(Device device) {
    StreamClient client = StreamClient.connect(HTTP, service).hello(device.token(), device.id());
    client.await("caught-up");
    return client;
  }

  Answer post(Device device, String path, Object body) {
    return exchange(device, "POST", path, body);
  }

  Answer get(Device device, String path) {
    return exchange(device, "GET", path, null);
  }

  Answer exchange(Device device, String method, String path, Object body) {
    try {
      String text =
          body instanceof String raw ? raw : body == null ? "" : JSON.writeValueAsString(body);
      HttpRequest request =
          HttpRequest.newBuilder(service.resolve(path))
              .header("Authorization", "Bearer " + device.token())
              .header("Liaison-Device", device.id().toString())
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(text))
              .build();
      HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode json =
          response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
      if (response.statusCode() == 201 && body instanceof Map<?, ?> accepted) {
        groups.accepted(accepted.containsKey("kind") ? accepted.get("commit") : accepted);
      }
      return new Answer(response.statusCode(), json, response);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** A real commit of this device on its view of the group. */
  Map<String, Object> bundle(
      Device committer, UUID conversation, List<Device> added, List<Device> removed) {
    return groups.bundle(committer, conversation, added, removed);
  }

  Map<String, Object> opening(Device creator, UUID conversation, String kind) {
    Map<String, Object> opening = new LinkedHashMap<>();
    opening.put("id", conversation);
    opening.put("kind", kind);
    opening.put("groupInfo", groups.opening(conversation, creator, externalSenders(creator)));
    return opening;
  }

  /** The same commit, saying that it was made in another epoch. */
  static Map<String, Object> atEpoch(Map<String, Object> bundle, long epoch) {
    try {
      PublicMessage original =
          ((MlsMessage.Public) MlsMessage.parse(TestGroups.commit(bundle))).message();
      FramedContent framed = original.framed();
      FramedContent moved =
          new FramedContent(
              framed.groupId(),
              epoch,
              framed.sender(),
              framed.authenticatedData(),
              framed.content());
      Map<String, Object> changed = new LinkedHashMap<>(bundle);
      changed.put(
          "commit",
          TestGroups.base64(
              new MlsMessage.Public(
                      new PublicMessage(moved, original.auth(), original.membershipTag()))
                  .encoded()));
      return changed;
    } catch (Malformed e) {
      throw new AssertionError(e);
    }
  }

  byte[] externalSenders(Device device) {
    return Base64.getUrlDecoder()
        .decode(get(device, "/v1/delivery-key").body().path("externalSenders").asText());
  }

  byte[] groupInfo(Device device, UUID conversation) {
    return Base64.getUrlDecoder()
        .decode(
            get(device, "/v1/conversations/" + conversation + "/group-info")
                .body()
                .path("groupInfo")
                .asText());
  }

  /** A group at epoch 1 whose roster is the creator and the others. */
  UUID group(Device creator, Device... others) {
    UUID id = UUID.randomUUID();
    Map<String, Object> opening = opening(creator, id, "group");
    if (others.length > 0) {
      opening.put("commit", bundle(creator, id, Arrays.asList(others), List.of()));
    }
    assertThat(post(creator, "/v1/conversations", opening).status()).isEqualTo(201);
    return id;
  }

  Map<String, Object> message(UUID conversation, long epoch) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("message", base64(mls.message(conversation, epoch, 200)));
    message.put("priority", "routine");
    message.put("attachments", List.of());
    return message;
  }

  Answer send(Device device, UUID conversation, long epoch) {
    return post(device, messages(conversation), message(conversation, epoch));
  }

  static String messages(UUID conversation) {
    return "/v1/conversations/" + conversation + "/messages";
  }

  static String commits(UUID conversation) {
    return "/v1/conversations/" + conversation + "/commits";
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  void revoke(Device device) {
    database.run(
        tx ->
            tx.update("update known_device set revoked = true where device_id = $1", device.id()));
  }

  /** How many acts of this name were recorded about a conversation and still wait or were sent. */
  long count(String sql, Object... arguments) {
    return database.read(tx -> tx.first(row -> row.getLong(0), sql, arguments)).orElse(0L);
  }
}
