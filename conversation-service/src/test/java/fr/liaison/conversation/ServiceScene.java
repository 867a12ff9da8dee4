package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.kit.database.Database;
import fr.liaison.test.KafkaResource;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TestTokens;
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
abstract class ServiceScene {
  static final ObjectMapper JSON = new ObjectMapper();
  static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final MlsBytes mls = new MlsBytes(System.nanoTime());

  @Inject Database database;
  @TestHTTPResource URI service;

  /** A device of a person, as the directory would have announced it. */
  record Device(UUID id, UUID practitioner, String account, byte[] key) {
    String token() {
      return TestTokens.account(account, "practitioner").sign();
    }
  }

  /** An answer: its status and its body. */
  record Answer(int status, JsonNode body, HttpResponse<String> raw) {
    String code() {
      return body.path("code").asText();
    }
  }

  Device enrol(UUID practitioner) {
    Device device =
        new Device(UUID.randomUUID(), practitioner, "account-" + practitioner, mls.noise(32));
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
      return new Answer(response.statusCode(), json, response);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  Map<String, Object> bundle(
      UUID conversation, long epoch, List<Device> added, List<Device> removed) {
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put(
        "commit",
        base64(
            mls.commit(
                conversation,
                epoch,
                added.stream().map(Device::key).toList(),
                removed.stream().map(device -> 1).toList())));
    if (!added.isEmpty()) {
      bundle.put("welcome", base64(mls.welcome(added.size())));
    }
    bundle.put("groupInfo", base64(mls.groupInfo(conversation, epoch + 1)));
    bundle.put("added", added.stream().map(Device::id).toList());
    bundle.put("removed", removed.stream().map(Device::id).toList());
    return bundle;
  }

  Map<String, Object> opening(UUID conversation, String kind) {
    Map<String, Object> opening = new LinkedHashMap<>();
    opening.put("id", conversation);
    opening.put("kind", kind);
    opening.put("groupInfo", base64(mls.groupInfo(conversation, 0)));
    return opening;
  }

  /** A group at epoch 1 whose roster is the creator and the others. */
  UUID group(Device creator, Device... others) {
    UUID id = UUID.randomUUID();
    Map<String, Object> opening = opening(id, "group");
    if (others.length > 0) {
      opening.put("commit", bundle(id, 0, Arrays.asList(others), List.of()));
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
