package fr.liaison.conversation.roster;

import fr.liaison.contracts.event.RosterChanged;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The devices of a conversation at one epoch, which is the only thing that changes them. */
public record Roster(ConversationId conversation, long epoch, List<Member> members) {
  public Roster {
    members = List.copyOf(members);
  }

  public boolean contains(DeviceId device) {
    return members.stream().anyMatch(member -> member.device().equals(device));
  }

  public Set<DeviceId> devices() {
    return members.stream().map(Member::device).collect(Collectors.toUnmodifiableSet());
  }

  public Set<PractitionerId> persons() {
    return members.stream().map(Member::practitioner).collect(Collectors.toUnmodifiableSet());
  }

  /** The roster of the next epoch. */
  public Roster next(List<Member> added, Set<DeviceId> removed) {
    return new Roster(
        conversation,
        epoch + 1,
        Stream.concat(
                members.stream().filter(member -> !removed.contains(member.device())),
                added.stream())
            .toList());
  }

  public RosterChanged changed(Kind kind) {
    return new RosterChanged(
        conversation.value(), epoch, kind.wireName(), members.stream().map(Member::wire).toList());
  }

  /** The same roster, told again because the conversation is no longer open. */
  public RosterChanged closed(Kind kind, State state) {
    RosterChanged same = changed(kind);
    return new RosterChanged(
        same.conversationId(), same.epoch(), same.kind(), same.members(), state.wireName());
  }
}
