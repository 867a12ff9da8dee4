package fr.liaison.conversation.wake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.contracts.event.RosterChanged;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.State;
import fr.liaison.kit.event.ReceivedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What another instance published wakes the devices that are connected here. */
class RemoteWakesTest {
  private final UUID conversation = UUID.randomUUID();
  private final UUID device = UUID.randomUUID();
  private final List<Wake> woken = new ArrayList<>();
  private final RemoteWakes wakes = new RemoteWakes(new Wakes(List.of(woken::add)));

  private void heard(String state) {
    RosterChanged changed =
        new RosterChanged(
            conversation,
            4,
            "group",
            List.of(new RosterChanged.Member(device, UUID.randomUUID())),
            state);
    wakes.heard(new ReceivedEvent(UUID.randomUUID(), "elsewhere", Instant.now(), changed, null));
  }

  @Test
  void aRosterIsNewsByItsEpoch() {
    heard(null);
    assertThat(woken)
        .containsExactly(
            new Wake.RosterMoved(
                new ConversationId(conversation), 4, Set.of(new DeviceId(device))));
  }

  @Test
  void aRosterToldAgainIsNewsByItsState() {
    heard("succeeded");
    assertThat(woken)
        .containsExactly(
            new Wake.StateChanged(
                new ConversationId(conversation), State.succeeded, Set.of(new DeviceId(device))));
  }
}
