package fr.liaison.conversation.refounding;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.conversation.refounding.Refusal.NotAllowed;
import fr.liaison.conversation.refounding.Refusal.Rule;
import fr.liaison.conversation.roster.PractitionerId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SuccessionRulesTest {
  private final PractitionerId alice = new PractitionerId(UUID.randomUUID());
  private final PractitionerId bob = new PractitionerId(UUID.randomUUID());
  private final PractitionerId carol = new PractitionerId(UUID.randomUUID());

  @Test
  void everybodyComesOrCannotBeInvitedNow() {
    assertThat(new SuccessionRules(Set.of(alice, bob), Set.of(alice, bob), Set.of()).broken())
        .isEmpty();
    assertThat(new SuccessionRules(Set.of(alice, bob), Set.of(alice), Set.of()).broken()).isEmpty();
    assertThat(SuccessionRules.without(Set.of(alice, bob), Set.of(alice))).containsExactly(bob);
  }

  @Test
  void whoeverCouldBeInvitedIsNamed() {
    assertThat(new SuccessionRules(Set.of(alice, bob), Set.of(alice), Set.of(bob)).broken())
        .contains(new NotAllowed(Rule.PERSONS_MISSING, Set.of(bob)));
  }

  @Test
  void whoeverHadNoPartIsNamedFirst() {
    assertThat(new SuccessionRules(Set.of(alice, bob), Set.of(alice, carol), Set.of(bob)).broken())
        .contains(new NotAllowed(Rule.PERSONS_FOREIGN, Set.of(carol)));
  }
}
