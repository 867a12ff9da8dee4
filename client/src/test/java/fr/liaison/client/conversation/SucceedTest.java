package fr.liaison.client.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.card.TestCards;
import fr.liaison.client.content.Content;
import fr.liaison.client.group.Followed;
import fr.liaison.client.group.TestAuthority;
import fr.liaison.client.id.ConversationId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups that most cannot follow, and what becomes of what waits in them. */
class SucceedTest extends ThreePrograms {
  @Test
  void aCommitNobodyCanProcessIsReportedAndTheGroupFoundedAgain() {
    ConversationId id = ada.group(bob, eve);
    bob.sync();
    eve.sync();
    delivery.breakNextCommit = true;
    assertThat(ada.messenger.renewKeys(id)).isEqualTo(new ChangeOutcome.Done());

    bob.sync();
    bob.sync();
    assertThat(delivery.rooms.get(id.toString()).reporters).hasSize(1);
    assertThat(bob.notices).contains(new Notice.Rejoined(id, Followed.Reason.CANNOT_FOLLOW));
    eve.sync();
    ada.sync();
    bob.sync();
    eve.sync();

    ConversationId successor = successor();
    assertThat(delivery.count("POST reports")).isEqualTo(2);
    for (TestProgram one : List.of(ada, bob, eve)) {
      assertThat(one.notices).contains(new Notice.Succeeded(id, successor));
      assertThat(one.messenger.sendText(id, "Ici", false)).isInstanceOf(SendOutcome.Accepted.class);
    }
    ada.sync();
    assertThat(ada.texts(successor)).containsExactly("Ici", "Ici", "Ici");
  }

  @Test
  void whatWaitsMovesToTheSuccessorInOrderAndOnce() {
    ConversationId id = ada.group(bob, eve);
    bob.sync();
    eve.sync();
    delivery.loseNextAnswer = true;
    var _ = bob.messenger.sendText(id, "Arrivé", false);
    assertThat(ada.messenger.refound(id)).isEqualTo(new OpenOutcome.Opened(successor()));

    assertThat(bob.messenger.sendText(id, "Un", false)).isInstanceOf(SendOutcome.Accepted.class);
    assertThat(bob.messenger.sendText(id, "Deux", false)).isInstanceOf(SendOutcome.Accepted.class);
    bob.sync();
    eve.sync();

    assertThat(eve.texts(id)).containsExactly("Arrivé");
    assertThat(eve.texts(successor())).containsExactly("Un", "Deux");
    assertThat(bob.texts(id)).containsExactly("Arrivé");
  }

  @Test
  void theServerCannotSlipSomebodyIntoTheSuccessor() {
    ConversationId id = ada.group(bob);
    bob.sync();
    TestRoom room = delivery.rooms.get(id.toString());
    delivery.devices.forEach(
        (device, member) -> {
          if (member.enrolled.practitioner().equals(eve.person())) {
            room.claimed.add(device);
          }
        });

    assertThat(ada.messenger.refound(id)).isEqualTo(new OpenOutcome.Opened(successor()));

    assertThat(delivery.rooms.get(successor().toString()).roster).isEqualTo(room.roster);
  }

  @Test
  void whoLeftTheRegisterHoldsUpNoSuccessor() {
    ConversationId id = ada.group(bob, eve);
    bob.sync();
    delivery.departed.add(eve.person().toString());

    assertThat(ada.messenger.refound(id)).isEqualTo(new OpenOutcome.Opened(successor()));
    assertThat(delivery.rooms.get(successor().toString()).roster)
        .contains(ada.device().toString(), bob.device().toString());
  }

  @Test
  void aSuccessorLeavesBehindWhoseCardDoesNotHold() throws Exception {
    ConversationId id = ada.group(bob);
    bob.sync();
    delivery.cards = new TestCards(new TestAuthority(), Duration.ofDays(30));

    assertThat(ada.messenger.refound(id)).isEqualTo(new OpenOutcome.Opened(successor()));
    assertThat(delivery.rooms.get(successor().toString()).roster)
        .containsExactly(ada.device().toString());
  }

  @Test
  void aServerThatTellsOfSuccessorsInACircleIsNotFollowed() {
    ConversationId one = ada.group(bob);
    ConversationId other = ada.group(bob);
    bob.sync();
    for (List<ConversationId> pair : List.of(List.of(one, other), List.of(other, one))) {
      TestRoom room = delivery.rooms.get(pair.getFirst().toString());
      room.state = "succeeded";
      room.successor = pair.getLast().toString();
      room.succeeds = pair.getLast().toString();
    }
    bob.sync();

    assertThat(bob.messenger.sendText(one, "Où ?", false)).isNotNull();
    assertThat(List.of(bob.texts(one), bob.texts(other))).allMatch(List::isEmpty);
  }

  @Test
  void nothingGoesToASuccessorWithSomebodyElseInIt() {
    ConversationId id = ada.group(bob);
    bob.sync();
    TestRoom room = delivery.rooms.get(id.toString());
    ConversationId other = ada.group(bob, eve);
    bob.sync();
    room.state = "succeeded";
    room.successor = other.toString();
    delivery.rooms.get(other.toString()).succeeds = id.toString();

    SendOutcome sent = bob.messenger.sendText(id, "Pour Ada", false);
    eve.sync();

    assertThat(sent).isInstanceOf(SendOutcome.Refused.class);
    assertThat(bob.notices)
        .filteredOn(Notice.NotSent.class::isInstance)
        .singleElement()
        .satisfies(
            told ->
                assertThat(((Notice.NotSent) told).content())
                    .containsInstanceOf(Content.Text.class));
    assertThat(eve.texts(other)).isEmpty();
  }

  @Test
  void aDirectConversationGoesOnInItsSuccessor() {
    ConversationId id = ((OpenOutcome.Opened) ada.messenger.direct(bob.person())).conversation();
    bob.sync();

    assertThat(bob.messenger.refound(id)).isEqualTo(new OpenOutcome.Opened(successor()));
    ada.sync();

    assertThat(ada.messenger.direct(bob.person())).isEqualTo(new OpenOutcome.Opened(successor()));
    assertThat(delivery.rooms).hasSize(2);
  }

  @Test
  void anotherMemberFoundsItWhenTheOneWhoAskedIsGone() throws IOException {
    ConversationId id = ada.group(bob, eve);
    bob.sync();
    delivery.rooms.get(id.toString()).state = "refounding";
    assertThat(bob.messenger.sendText(id, "Urgent", true)).isInstanceOf(SendOutcome.Accepted.class);
    bob = bob.restarted();
    bob.sync();
    eve.sync();
    ada.sync();

    assertThat(eve.texts(successor())).containsExactly("Urgent");
    assertThat(ada.texts(successor())).containsExactly("Urgent");
    assertThat(delivery.rooms).hasSize(2);
  }

  @Test
  void whatIsKeptNoMoreIsAGapAndTheDeviceComesBack() {
    ConversationId id = ada.group(bob, eve);
    bob.sync();
    var _ = ada.messenger.sendText(id, "Perdu", false);
    var _ = ada.messenger.sendText(id, "Perdu aussi", false);
    delivery.rooms.get(id.toString()).keptFrom = 4;

    bob.sync();
    var _ = ada.messenger.sendText(id, "De retour", false);
    bob.sync();

    assertThat(bob.notices).contains(new Notice.Rejoined(id, Followed.Reason.RESYNC_REQUIRED));
    assertThat(bob.texts(id)).containsExactly("?", "De retour");
  }

  private ConversationId successor() {
    return delivery.rooms.values().stream()
        .filter(one -> !one.succeeds.isEmpty())
        .map(one -> ConversationId.parse(one.id))
        .findFirst()
        .orElseThrow();
  }
}
