package fr.liaison.conversation.commit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.conversation.commit.CommitOutcome.Rule;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Roster;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a commit may do to a roster, as a table. */
class RosterRulesTest {
  private final Member alice = member();
  private final Member bob = member();
  private final Member bobsTablet = new Member(new DeviceId(UUID.randomUUID()), bob.practitioner());
  private final Member carol = member();

  private static Member member() {
    return new Member(new DeviceId(UUID.randomUUID()), new PractitionerId(UUID.randomUUID()));
  }

  private RosterRules rules(Kind kind, int most) {
    Roster roster = new Roster(new ConversationId(UUID.randomUUID()), 3, List.of(alice, bob));
    return new RosterRules(kind, roster, roster.persons(), most);
  }

  private Rule broken(Kind kind, List<Member> added, Set<DeviceId> removed) {
    return rules(kind, 3).broken(alice.device(), added, removed).orElse(null);
  }

  @Test
  void aCommitThatChangesNobodyIsAllowed() {
    assertThat(broken(Kind.group, List.of(), Set.of())).isNull();
  }

  @Test
  void aDeviceIsAddedOnceAndOnlyWhenItIsNotThere() {
    assertThat(broken(Kind.group, List.of(carol), Set.of())).isNull();
    assertThat(broken(Kind.group, List.of(carol, carol), Set.of()))
        .isEqualTo(Rule.ADDED_DEVICE_TWICE);
    assertThat(broken(Kind.group, List.of(bob), Set.of())).isEqualTo(Rule.ADDED_DEVICE_ALREADY_IN);
  }

  @Test
  void onlyWhoIsThereIsRemovedAndNobodyRemovesTheirOwnDevice() {
    assertThat(broken(Kind.group, List.of(), Set.of(bob.device()))).isNull();
    assertThat(broken(Kind.group, List.of(), Set.of(carol.device())))
        .isEqualTo(Rule.REMOVED_DEVICE_NOT_IN);
    assertThat(broken(Kind.group, List.of(), Set.of(alice.device())))
        .isEqualTo(Rule.OWN_DEVICE_REMOVED);
  }

  @Test
  void aDirectConversationTakesDevicesOfItsTwoPersonsOnly() {
    assertThat(broken(Kind.direct, List.of(bobsTablet), Set.of())).isNull();
    assertThat(broken(Kind.direct, List.of(carol), Set.of(bob.device())))
        .isEqualTo(Rule.TWO_PERSONS_ONLY);
  }

  @Test
  void devicesAreLimited() {
    assertThat(broken(Kind.group, List.of(carol, bobsTablet), Set.of()))
        .isEqualTo(Rule.TOO_MANY_DEVICES);
    assertThat(broken(Kind.group, List.of(carol, bobsTablet), Set.of(bob.device()))).isNull();
  }
}
