package fr.liaison.conversation.commit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.conversation.commit.CommitOutcome.NotAllowed;
import fr.liaison.conversation.commit.CommitOutcome.Rule;
import fr.liaison.conversation.group.CommittedChange;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.Member;
import fr.liaison.conversation.roster.PractitionerId;
import fr.liaison.conversation.roster.Roster;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RosterRulesTest {
  private final Member alice = member();
  private final Member bob = member();
  private final Member bobsTablet = new Member(new DeviceId(UUID.randomUUID()), bob.practitioner());
  private final Member carol = member();

  private static Member member() {
    return new Member(new DeviceId(UUID.randomUUID()), new PractitionerId(UUID.randomUUID()));
  }

  private RosterRules rules(Kind kind, Set<DeviceId> pending, Set<DeviceId> leftBehind) {
    Roster roster = new Roster(new ConversationId(UUID.randomUUID()), 3, List.of(alice, bob));
    return new RosterRules(
        kind,
        roster,
        roster.persons(),
        Set.of(alice.practitioner()),
        pending,
        pending,
        leftBehind,
        3);
  }

  private Rule broken(RosterRules rules, Member by, List<Member> added, Set<DeviceId> removed) {
    return broken(rules, by, false, added, removed);
  }

  private Rule broken(
      RosterRules rules, Member by, boolean external, List<Member> added, Set<DeviceId> removed) {
    int devices = 2 + added.size() - removed.size();
    return rules
        .broken(by.practitioner(), new CommittedChange(external, devices, added, removed))
        .map(NotAllowed::rule)
        .orElse(null);
  }

  private RosterRules group() {
    return rules(Kind.group, Set.of(), Set.of());
  }

  @Test
  void anybodyRefreshesKeysAndCompletesTheDevicesOfThoseWhoAreIn() {
    assertThat(broken(group(), bob, List.of(), Set.of())).isNull();
    assertThat(broken(group(), alice, List.of(bobsTablet), Set.of())).isNull();
    assertThat(broken(group(), bob, List.of(bobsTablet), Set.of())).isNull();
    assertThat(broken(group(), bob, List.of(bobsTablet), Set.of(bob.device()))).isNull();
  }

  @Test
  void onlyAnAdministratorBringsOthersInOrPutsThemOut() {
    assertThat(broken(group(), alice, List.of(carol), Set.of())).isNull();
    assertThat(broken(group(), alice, List.of(), Set.of(bob.device()))).isNull();
    assertThat(broken(group(), bob, List.of(carol), Set.of())).isEqualTo(Rule.NOT_AN_ADMIN);
    assertThat(broken(group(), bob, List.of(), Set.of(alice.device())))
        .isEqualTo(Rule.NOT_AN_ADMIN);
  }

  @Test
  void whatMustGoIsPutOutByAnybodyAndByTheNextCommit() {
    RosterRules rules = rules(Kind.group, Set.of(alice.device()), Set.of());
    assertThat(broken(rules, bob, List.of(), Set.of(alice.device()))).isNull();
    assertThat(broken(rules, bob, List.of(), Set.of())).isEqualTo(Rule.REMOVAL_PENDING);
    assertThat(broken(rules, bob, true, List.of(bobsTablet), Set.of())).isNull();
  }

  @Test
  void aDirectConversationTakesDevicesOfItsTwoPersonsOnly() {
    RosterRules direct = rules(Kind.direct, Set.of(), Set.of());
    assertThat(broken(direct, alice, List.of(bobsTablet), Set.of())).isNull();
    assertThat(broken(direct, alice, List.of(carol), Set.of(bob.device())))
        .isEqualTo(Rule.TWO_PERSONS_ONLY);
  }

  @Test
  void ofTwoPersonsEitherCompletesTheDevicesAndNonePutsOutTheOther() {
    RosterRules direct = rules(Kind.direct, Set.of(), Set.of());
    assertThat(broken(direct, bob, List.of(bobsTablet), Set.of(bob.device()))).isNull();
    assertThat(broken(direct, alice, List.of(), Set.of(bob.device()))).isEqualTo(Rule.NOT_AN_ADMIN);
    RosterRules lost = rules(Kind.direct, Set.of(bob.device()), Set.of());
    assertThat(broken(lost, alice, List.of(bobsTablet), Set.of(bob.device()))).isNull();
  }

  @Test
  void devicesAreLimited() {
    assertThat(broken(group(), alice, List.of(carol, bobsTablet), Set.of()))
        .isEqualTo(Rule.TOO_MANY_DEVICES);
    assertThat(broken(group(), alice, List.of(carol, bobsTablet), Set.of(bob.device()))).isNull();
  }

  @Test
  void nobodyIsBroughtInByHalves() {
    RosterRules rules = rules(Kind.group, Set.of(), Set.of(carol.device()));
    assertThat(broken(rules, alice, List.of(bobsTablet), Set.of())).isEqualTo(Rule.DEVICES_MISSING);
  }

  @Test
  void whoWouldNotFitIsNotForTheOpenerToChoose() {
    Roster alone = new Roster(new ConversationId(UUID.randomUUID()), 0, List.of(alice));
    RosterRules opening =
        new RosterRules(
            Kind.group,
            alone,
            alone.persons(),
            Set.of(alice.practitioner()),
            Set.of(),
            Set.of(),
            Set.of(carol.device()),
            3);
    CommittedChange two = new CommittedChange(false, 3, List.of(bob, bobsTablet), Set.of());

    assertThat(opening.broken(alice.practitioner(), two).map(NotAllowed::rule))
        .contains(Rule.DEVICES_MISSING);
  }

  @Test
  void whatWouldNotFitMayStayBehindWhenAConversationIsOpened() {
    Roster alone = new Roster(new ConversationId(UUID.randomUUID()), 0, List.of(alice));
    Set<DeviceId> left = Set.of(bobsTablet.device());
    for (int most = 3; most <= 4; most++) {
      RosterRules opening =
          new RosterRules(
              Kind.group,
              alone,
              alone.persons(),
              Set.of(alice.practitioner()),
              Set.of(),
              Set.of(),
              left,
              most);
      CommittedChange all = new CommittedChange(false, 3, List.of(bob, carol), Set.of());
      assertThat(opening.broken(alice.practitioner(), all).map(NotAllowed::rule))
          .isEqualTo(most == 3 ? Optional.empty() : Optional.of(Rule.DEVICES_MISSING));
    }
  }
}
