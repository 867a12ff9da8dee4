package fr.liaison.conversation.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.log.EntryKind;
import fr.liaison.conversation.log.Fingerprint;
import fr.liaison.conversation.log.LogHead;
import fr.liaison.conversation.log.Place;
import fr.liaison.conversation.log.Priority;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Requester;
import fr.liaison.conversation.roster.Roster;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.identity.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The decision on a batch, without a database: state and drafts in, outcomes and entries out. */
class BatchDecisionTest {
  private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
  private final ConversationId one = new ConversationId(UUID.randomUUID());
  private final ConversationId two = new ConversationId(UUID.randomUUID());
  private final Requester alice = requester();
  private final Requester bob = requester();

  private static Requester requester() {
    UUID device = UUID.randomUUID();
    return new Requester(
        new Caller("account-" + device, null, Set.of(), null, device, null, null),
        new KnownDevice(
            device,
            "account-" + device,
            UUID.randomUUID(),
            Bytes.of(new byte[32]),
            NOW.plusSeconds(60),
            false));
  }

  private Draft draft(Requester sender, ConversationId conversation, long epoch, int content) {
    Bytes payload = Bytes.of(new byte[] {(byte) content});
    return new Draft(
        sender,
        new Fingerprint(conversation, payload),
        epoch,
        payload,
        Priority.routine,
        List.of());
  }

  private BatchDecision decide(Map<Fingerprint, Place> places, Draft... drafts) {
    BatchDecision decision =
        new BatchDecision(
            Map.of(
                one, new LogHead(one, Kind.group, 4, 10, false),
                two, new LogHead(two, Kind.group, 0, 0, false)),
            Map.of(one, roster(one, 4, alice, bob), two, roster(two, 0, alice)),
            places,
            NOW);
    decision.decide(List.of(drafts));
    return decision;
  }

  private static Roster roster(ConversationId conversation, long epoch, Requester... members) {
    return new Roster(
        conversation,
        epoch,
        List.of(members).stream()
            .map(m -> new Member(m.device(), new PractitionerId(UUID.randomUUID())))
            .toList());
  }

  @Test
  void eachConversationIsNumberedOnFromItsOwnEnd() {
    BatchDecision decision =
        decide(Map.of(), draft(alice, one, 4, 1), draft(alice, two, 0, 1), draft(bob, one, 4, 2));
    assertThat(decision.outcomes())
        .containsExactly(
            new SendOutcome.Accepted(11, NOW),
            new SendOutcome.Accepted(1, NOW),
            new SendOutcome.Accepted(12, NOW));
    assertThat(decision.appended()).hasSize(3);
  }

  @Test
  void refusalsTakeNoNumber() {
    BatchDecision decision =
        decide(
            Map.of(),
            draft(bob, two, 0, 1),
            draft(alice, one, 3, 2),
            draft(alice, new ConversationId(UUID.randomUUID()), 0, 3),
            draft(alice, one, 4, 4));
    assertThat(decision.outcomes())
        .containsExactly(
            new SendOutcome.NotAMember(),
            new SendOutcome.StaleEpoch(4, 10),
            new SendOutcome.NotAMember(),
            new SendOutcome.Accepted(11, NOW));
  }

  @Test
  void repetitionsGetTheFirstAnswerEvenWithinABatchAndAfterTheEpochMoved() {
    Instant before = NOW.minusSeconds(5);
    DeviceId sender = alice.device();
    Draft early = draft(alice, one, 2, 1);
    BatchDecision decision =
        decide(
            Map.of(early.fingerprint(), new Place(EntryKind.message, 7, 2, sender, before)),
            early,
            draft(alice, one, 4, 2),
            draft(alice, one, 4, 2),
            draft(bob, one, 4, 2));
    assertThat(decision.outcomes())
        .containsExactly(
            new SendOutcome.Accepted(7, before),
            new SendOutcome.Accepted(11, NOW),
            new SendOutcome.Accepted(11, NOW),
            new SendOutcome.Replayed());
    assertThat(decision.appended()).hasSize(1);
  }
}
