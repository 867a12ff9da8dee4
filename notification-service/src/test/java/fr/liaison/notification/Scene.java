package fr.liaison.notification;

import static org.awaitility.Awaitility.await;

import fr.liaison.contracts.event.DeviceEnrolled;
import fr.liaison.contracts.event.DevicePresence;
import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.contracts.event.MessageAccepted;
import fr.liaison.contracts.event.ReceiptMoved;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.DatabaseUnavailable;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import fr.liaison.test.TestTokens;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** People, devices and messages as the other services would tell of them. */
@ApplicationScoped
public class Scene {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final UUID conversation = UUID.randomUUID();
  private final Database database;
  private final List<EventHandler> handlers;

  Scene(Database database, @All List<EventHandler> handlers) {
    this.database = database;
    this.handlers = handlers;
  }

  /** Somebody with one enrolled device. */
  public record Person(String account, UUID practitioner, UUID device) {
    public String token() {
      return TestTokens.practitioner(account, "899700000001").sign();
    }
  }

  public Person somebody() {
    Person person = new Person(UUID.randomUUID().toString(), UUID.randomUUID(), UUID.randomUUID());
    tell(
        new DeviceEnrolled(
            person.device(),
            person.account(),
            person.practitioner(),
            Bytes.of(new byte[32]),
            Instant.now().plus(Duration.ofDays(30))));
    return person;
  }

  public void revoke(Person person) {
    tell(new DeviceRevoked(person.device(), person.practitioner(), "lost"));
  }

  public void connects(Person person) {
    tell(new DevicePresence(person.device(), true, Instant.now()));
  }

  public void disconnects(Person person) {
    tell(new DevicePresence(person.device(), false, Instant.now()));
  }

  public void acknowledges(Person person) {
    tell(new ReceiptMoved(conversation, person.practitioner(), person.device(), 7, 0));
  }

  public void message(String priority, Person sender, Person... recipients) {
    tell(
        new MessageAccepted(
            conversation,
            1,
            1,
            sender.device(),
            priority,
            List.of(),
            Stream.of(recipients).map(Person::device).toList()));
  }

  public void tell(DomainEvent... events) {
    List<ReceivedEvent> received =
        Stream.of(events)
            .map(event -> new ReceivedEvent(Uuid7.next(), "/test", Instant.now(), event, null))
            .toList();
    database.run(
        transaction ->
            handlers.stream()
                .filter(handler -> handler.topic() == events[0].eventType().topic())
                .forEach(handler -> handler.handle(transaction, received)));
  }

  public HttpResponse<String> subscribe(Person person, String endpoint, Bytes p256dh, Bytes auth) {
    return send(subscription(person, endpoint, p256dh, auth));
  }

  public HttpRequest.Builder subscription(
      Person person, String endpoint, Bytes p256dh, Bytes auth) {
    return put(
        person,
        """
        {"endpoint":"%s","p256dh":"%s","auth":"%s"}
        """
            .formatted(endpoint, p256dh.toBase64Url(), auth.toBase64Url()));
  }

  public HttpRequest.Builder put(Person person, String json) {
    return to(person, "/v1/web-push/subscription")
        .header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofString(json));
  }

  public HttpRequest.Builder to(Person person, String path) {
    return HttpRequest.newBuilder(uri(path))
        .header("Authorization", "Bearer " + person.token())
        .header("Liaison-Device", person.device().toString());
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static URI uri(String path) {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    return URI.create("http://127.0.0.1:" + port + path);
  }

  public boolean isSubscribed(Person person) {
    return count("select count(*) from subscription where device_id = $1", person.device()) == 1;
  }

  public long pending(Person person) {
    return count("select count(*) from push where device_id = $1", person.device());
  }

  public List<String> acts(Person person) {
    return database.read(
        reader ->
            reader.rows(
                row -> row.getString(0),
                """
                select data::json ->> 'action' || ' ' || (data::json ->> 'outcome')
                       || coalesce(' ' || (data::json -> 'details' ->> 'reason'), '')
                from outbox
                where topic = 'audit' and data::json -> 'object' ->> 'id' = $1::text order by id
                """,
                person.device().toString()));
  }

  public long count(String sql, Object... arguments) {
    return database
        .read(reader -> reader.first(row -> row.getLong(0), sql, arguments))
        .orElseThrow();
  }

  /** A delivery of the test before may be at them still, and one of the two is told to give way. */
  public void forgetSubscriptions() {
    await()
        .ignoreException(DatabaseUnavailable.class)
        .until(
            () -> {
              run("delete from subscription");
              return true;
            });
  }

  public void run(String sql, Object... arguments) {
    database.run(transaction -> transaction.update(sql, arguments));
  }
}
