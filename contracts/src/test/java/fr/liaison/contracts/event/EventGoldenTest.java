package fr.liaison.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.test.GoldenFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventGoldenTest {
  private static final UUID CONVERSATION = UUID.fromString("018f2a00-0000-7000-8000-000000000001");
  private static final UUID DEVICE = UUID.fromString("018f2a00-0000-7000-8000-000000000002");
  private static final UUID OTHER_DEVICE = UUID.fromString("018f2a00-0000-7000-8000-000000000003");
  private static final UUID PERSON = UUID.fromString("018f2a00-0000-7000-8000-000000000004");
  private static final UUID ATTACHMENT = UUID.fromString("018f2a00-0000-7000-8000-000000000005");
  private static final UUID LOCUM = UUID.fromString("018f2a00-0000-7000-8000-000000000007");
  private static final UUID DELEGATION = UUID.fromString("018f2a00-0000-7000-8000-000000000008");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  static List<DomainEvent> examples() {
    return List.of(
        new PractitionerDeparted(PERSON),
        new PractitionerReturned(PERSON),
        new PractitionerRenumbered(PERSON),
        new PractitionerDelegated(PERSON, DELEGATION, LOCUM, DAY, DAY.plusDays(20)),
        new PractitionerDelegationEnded(PERSON, DELEGATION, LOCUM),
        new DeviceEnrolled(DEVICE, "account-1", PERSON, Bytes.of(new byte[32]), NOON),
        new DeviceRevoked(DEVICE, PERSON, "lost"),
        new DeviceUsed(DEVICE, DAY),
        new RosterChanged(
            CONVERSATION, 3, "direct", List.of(new RosterChanged.Member(DEVICE, PERSON))),
        new AdminsChanged(CONVERSATION, List.of(PERSON)),
        new MembersDormant(CONVERSATION, List.of(DEVICE)),
        new MessageAccepted(
            CONVERSATION, 42, 3, DEVICE, "urgent", List.of(ATTACHMENT), List.of(OTHER_DEVICE)),
        new RemovalProposed(CONVERSATION, 43, 3),
        new ReceiptMoved(CONVERSATION, PERSON, DEVICE, 42, 40),
        new DevicePresence(DEVICE, true, NOON),
        new KeyPackagesLow(DEVICE, 4),
        new AttachmentStored(ATTACHMENT, CONVERSATION, 1_048_576),
        new AttachmentDeleted(ATTACHMENT, "expired"),
        new ActRecorded(
            UUID.fromString("018f2a00-0000-7000-8000-000000000006"),
            NOON,
            "conversation-service",
            "message.send",
            ActRecorded.Outcome.success,
            new ActRecorded.Actor("account-1", "899700218805", PERSON, DEVICE),
            new ActRecorded.Subject("message", "42"),
            CONVERSATION,
            Map.of("priority", "urgent")));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyEventIsWrittenAsItsGoldenFileAndReadBack(DomainEvent event) {
    String wireName = event.eventType().wireName();
    GoldenFile.named(wireName.substring("fr.liaison.".length()))
        .matches(event, ContractJson.mapper());
  }

  @Test
  void aRosterToldAgainNamesTheStateOfItsConversation() {
    GoldenFile.named("roster-changed-closed.v1")
        .matches(
            new RosterChanged(
                CONVERSATION,
                3,
                "direct",
                List.of(new RosterChanged.Member(DEVICE, PERSON)),
                "refounding"),
            ContractJson.mapper());
  }

  @Test
  void everyEventTypeHasAnExample() {
    assertThat(examples().stream().map(DomainEvent::eventType).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(EventType.values());
  }

  @Test
  void aFieldOfALaterReleaseIsIgnored() throws Exception {
    String later = "{\"practitionerId\":\"" + PERSON + "\",\"addedLater\":{\"x\":[1]}}";

    PractitionerDeparted read = ContractJson.mapper().readValue(later, PractitionerDeparted.class);

    assertThat(read).isEqualTo(new PractitionerDeparted(PERSON));
  }

  @Test
  void wireNamesAreVersionedAndUnique() {
    List<String> names = Arrays.stream(EventType.values()).map(EventType::wireName).toList();

    assertThat(names)
        .doesNotHaveDuplicates()
        .allMatch(n -> n.matches("fr\\.liaison\\.[a-z-]+\\.v\\d+"));
    assertThat(EventType.parse("fr.liaison.unheard-of.v1")).isEmpty();
  }
}
