package fr.liaison.attachment;

import fr.liaison.attachment.member.RosterEvents;
import fr.liaison.attachment.sweep.ConversationHorizon;
import fr.liaison.attachment.upload.LinkAttachments;
import fr.liaison.contracts.event.DeviceEnrolled;
import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.event.DomainEvent;
import fr.liaison.contracts.event.MessageAccepted;
import fr.liaison.contracts.event.RosterChanged;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Uuid7;
import fr.liaison.kit.device.DeviceEvents;
import fr.liaison.kit.event.EventHandler;
import fr.liaison.kit.event.ReceivedEvent;
import fr.liaison.test.TestTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** People, devices and conversations as the other services would tell of them. */
@ApplicationScoped
public class Scene {
  private final Database database;
  private final DeviceEvents devices;
  private final RosterEvents rosters;
  private final LinkAttachments links;
  private final ConversationHorizon horizon;

  Scene(
      Database database,
      DeviceEvents devices,
      RosterEvents rosters,
      LinkAttachments links,
      ConversationHorizon horizon) {
    this.database = database;
    this.devices = devices;
    this.rosters = rosters;
    this.links = links;
    this.horizon = horizon;
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
        devices,
        new DeviceEnrolled(
            person.device(),
            person.account(),
            person.practitioner(),
            Bytes.of(new byte[32]),
            Instant.now().plus(Duration.ofDays(30))));
    return person;
  }

  public UUID conversationOf(Person... members) {
    UUID conversation = UUID.randomUUID();
    roster(conversation, 1, members);
    return conversation;
  }

  public void roster(UUID conversation, long epoch, Person... members) {
    List<RosterChanged.Member> roster =
        Stream.of(members)
            .map(person -> new RosterChanged.Member(person.device(), person.practitioner()))
            .toList();
    tell(rosters, new RosterChanged(conversation, epoch, "direct", roster));
  }

  public void revoke(Person person) {
    tell(devices, new DeviceRevoked(person.device(), person.practitioner(), "lost"));
  }

  /** A message in the conversation that refers to the attachments. */
  public void message(UUID conversation, UUID... attachments) {
    tell(
        links,
        new MessageAccepted(
            conversation, 1, 1, UUID.randomUUID(), "routine", List.of(attachments), List.of()));
  }

  /** Some conversation's event that happened at that time. */
  public void eventOf(Instant time) {
    tell(horizon, new RosterChanged(UUID.randomUUID(), 1, "direct", List.of()), time);
  }

  private void tell(EventHandler handler, DomainEvent event) {
    tell(handler, event, Instant.now());
  }

  private void tell(EventHandler handler, DomainEvent event, Instant time) {
    ReceivedEvent received = new ReceivedEvent(Uuid7.next(), "/test", time, event, null);
    database.run(transaction -> handler.handle(transaction, List.of(received)));
  }
}
