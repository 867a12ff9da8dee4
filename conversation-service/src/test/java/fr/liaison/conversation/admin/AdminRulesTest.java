package fr.liaison.conversation.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.conversation.admin.AdminOutcome.NotAllowed;
import fr.liaison.conversation.admin.AdminOutcome.Rule;
import fr.liaison.conversation.roster.Kind;
import fr.liaison.conversation.roster.PractitionerId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdminRulesTest {
  private static final PractitionerId ALICE = new PractitionerId(new UUID(0, 1));
  private static final PractitionerId BOB = new PractitionerId(new UUID(0, 2));
  private static final PractitionerId STRANGER = new PractitionerId(new UUID(0, 3));

  private static AdminRules group(PractitionerId... admins) {
    return new AdminRules(Kind.group, Set.of(ALICE, BOB), Set.of(admins));
  }

  @Test
  void anAdministratorAppointsWhoeverIsIn() {
    assertThat(group(ALICE).decide(ALICE, BOB, Change.GRANT)).isEqualTo(new AdminOutcome.Changed());
    assertThat(group(ALICE).decide(ALICE, STRANGER, Change.GRANT))
        .isEqualTo(new NotAllowed(Rule.NOT_IN_CONVERSATION));
  }

  @Test
  void anAdministratorWithdrawsAnotherOrHimselfButNotTheLast() {
    assertThat(group(ALICE, BOB).decide(ALICE, BOB, Change.REVOKE))
        .isEqualTo(new AdminOutcome.Changed());
    assertThat(group(ALICE, BOB).decide(ALICE, ALICE, Change.REVOKE))
        .isEqualTo(new AdminOutcome.Changed());
    assertThat(group(ALICE).decide(ALICE, ALICE, Change.REVOKE))
        .isEqualTo(new NotAllowed(Rule.LAST_ADMIN));
  }

  @Test
  void whatIsSoAlreadyChangesNothing() {
    assertThat(group(ALICE, BOB).decide(ALICE, BOB, Change.GRANT))
        .isEqualTo(new AdminOutcome.Unchanged());
    assertThat(group(ALICE).decide(ALICE, BOB, Change.REVOKE))
        .isEqualTo(new AdminOutcome.Unchanged());
    assertThat(group(ALICE).decide(BOB, BOB, Change.REVOKE))
        .isEqualTo(new AdminOutcome.Unchanged());
  }

  @Test
  void whoeverIsNoAdministratorDecidesNothing() {
    assertThat(group(ALICE).decide(BOB, BOB, Change.GRANT))
        .isEqualTo(new NotAllowed(Rule.NOT_AN_ADMIN));
    assertThat(group(ALICE).decide(BOB, ALICE, Change.REVOKE))
        .isEqualTo(new NotAllowed(Rule.NOT_AN_ADMIN));
  }

  @Test
  void aConversationOfTwoHasNoAdministrators() {
    AdminRules direct = new AdminRules(Kind.direct, Set.of(ALICE, BOB), Set.of(ALICE));
    for (Change change : Change.values()) {
      assertThat(direct.decide(ALICE, BOB, change)).isEqualTo(new NotAllowed(Rule.GROUPS_ONLY));
    }
  }
}
