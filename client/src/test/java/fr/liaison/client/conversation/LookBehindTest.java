package fr.liaison.client.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.id.ConversationId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Devices that others let in, held against the public log. */
class LookBehindTest extends ThreePrograms {
  @Test
  void whoeverTheLogDoesNotKnowIsToldOfAfterFiveMinutesUntilItDoes() {
    String asked = ada.device() + "/" + eve.device();
    delivery.hidden.add(asked);
    ConversationId id = bobLetsEveIn();
    assertThat(unproven(ada)).as("an entry may take its time").isEmpty();

    later(Duration.ofMinutes(6));
    assertThat(unproven(ada)).containsExactly(new Notice.KeysUnproven(id, Set.of(eve.device())));

    delivery.hidden.remove(asked);
    later(Duration.ofHours(1));
    assertThat(unproven(ada)).last().isEqualTo(new Notice.KeysUnproven(id, Set.of()));
    assertThat(unproven(ada)).hasSize(2);
    assertThat(unproven(bob)).isEmpty();
  }

  @Test
  void aProgramThatRunsForMomentsOnlyIsToldAsWell() throws IOException {
    delivery.hidden.add(ada.device() + "/" + eve.device());
    ConversationId id = bobLetsEveIn();

    delivery.now = delivery.now.plus(Duration.ofMinutes(6));
    ada = ada.restarted();
    ada.sync();

    assertThat(unproven(ada)).containsExactly(new Notice.KeysUnproven(id, Set.of(eve.device())));
  }

  @Test
  void aKeyThatWasProvenAndRevokedSinceIsToldOfWithinHalfADay() {
    ConversationId id = bobLetsEveIn();
    delivery.log.revoke(eve.device().toString(), eve.person().toString());
    later(Duration.ofHours(1));
    assertThat(unproven(ada)).as("the proof is fresh").isEmpty();

    later(Duration.ofHours(12));

    assertThat(unproven(ada)).containsExactly(new Notice.KeysUnproven(id, Set.of(eve.device())));
  }

  @Test
  void whoIsPutOutIsNoLongerAConcern() {
    delivery.hidden.add(ada.device() + "/" + eve.device());
    ConversationId id = bobLetsEveIn();
    later(Duration.ofMinutes(6));

    assertThat(bob.messenger.remove(id, eve.person())).isEqualTo(new PeopleOutcome.Done());
    ada.sync();

    assertThat(unproven(ada)).last().isEqualTo(new Notice.KeysUnproven(id, Set.of()));
  }

  private ConversationId bobLetsEveIn() {
    ConversationId id = bob.group(ada);
    ada.sync();
    assertThat(bob.messenger.add(id, List.of(eve.person()))).isEqualTo(new PeopleOutcome.Done());
    ada.sync();
    return id;
  }

  private void later(Duration time) {
    delivery.now = delivery.now.plus(time);
    ada.sync();
  }

  private static List<Notice> unproven(TestProgram program) {
    return program.notices.stream().filter(Notice.KeysUnproven.class::isInstance).toList();
  }
}
