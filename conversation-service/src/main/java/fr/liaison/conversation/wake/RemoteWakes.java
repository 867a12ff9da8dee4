package fr.liaison.conversation.wake;

import fr.liaison.contracts.event.AdminsChanged;
import fr.liaison.contracts.event.DeviceRevoked;
import fr.liaison.contracts.event.MembersDormant;
import fr.liaison.contracts.event.MessageAccepted;
import fr.liaison.contracts.event.ReceiptMoved;
import fr.liaison.contracts.event.RemovalProposed;
import fr.liaison.contracts.event.RosterChanged;
import fr.liaison.contracts.event.Topic;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.State;
import fr.liaison.kit.event.EventListener;
import fr.liaison.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns what any instance published into hints here, own events included. */
@Singleton
public class RemoteWakes implements EventListener {
  private final Wakes wakes;

  RemoteWakes(Wakes wakes) {
    this.wakes = wakes;
  }

  @Override
  public Topic topic() {
    return Topic.CONVERSATION;
  }

  @Override
  public void heard(ReceivedEvent received) {
    if (received.event() instanceof MessageAccepted message) {
      wakes.wake(
          new Wake.LogGrew(
              new ConversationId(message.conversationId()), message.sequence(), List.of()));
    } else if (received.event() instanceof RosterChanged changed) {
      wakes.wake(wake(changed));
    } else if (received.event() instanceof RemovalProposed proposed) {
      wakes.wake(
          new Wake.LogGrew(
              new ConversationId(proposed.conversationId()), proposed.sequence(), List.of()));
    } else if (received.event() instanceof AdminsChanged changed) {
      wakes.wake(new Wake.AdminsMoved(new ConversationId(changed.conversationId())));
    } else if (received.event() instanceof MembersDormant dormant) {
      wakes.wake(
          new Wake.MembersDormant(
              new ConversationId(dormant.conversationId()),
              dormant.deviceIds().stream()
                  .map(DeviceId::new)
                  .collect(Collectors.toUnmodifiableSet())));
    } else if (received.event() instanceof ReceiptMoved marks) {
      wakes.wake(new Wake.MarksMoved(marks));
    }
  }

  private static Wake wake(RosterChanged changed) {
    ConversationId conversation = new ConversationId(changed.conversationId());
    Set<DeviceId> devices =
        changed.members().stream()
            .map(member -> new DeviceId(member.deviceId()))
            .collect(Collectors.toUnmodifiableSet());
    String state = changed.state();
    return state == null
        ? new Wake.RosterMoved(conversation, changed.epoch(), devices)
        : new Wake.StateChanged(conversation, State.valueOf(state), devices);
  }

  /** Revocations, heard by every instance so that each closes the device's sockets at once. */
  @Singleton
  public static class Revocations implements EventListener {
    private final Wakes wakes;

    Revocations(Wakes wakes) {
      this.wakes = wakes;
    }

    @Override
    public Topic topic() {
      return Topic.DEVICE;
    }

    @Override
    public void heard(ReceivedEvent received) {
      if (received.event() instanceof DeviceRevoked revoked) {
        wakes.wake(new Wake.DeviceBlocked(new DeviceId(revoked.deviceId())));
      }
    }
  }
}
