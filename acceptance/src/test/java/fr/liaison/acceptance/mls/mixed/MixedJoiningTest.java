package fr.liaison.acceptance.mls.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.crypto.CipherSuite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Coming into a group of the other library. The group compares everybody at every epoch. */
class MixedJoiningTest {
  private final Scenario scenario = new Scenario();

  @AfterEach
  void end() {
    scenario.close();
  }

  @ParameterizedTest
  @EnumSource
  void aFounderAddsAMemberOfTheOtherLibraryInEverySuite(CipherSuite suite) {
    for (Library founder : Library.values()) {
      MixedGroup group = scenario.alone(founder, suite);
      Member first = group.members().getFirst();

      group.commit(first, Plan.empty().add(group.newcomer(founder.other())));

      talkBothWays(group);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFounderAddsAMemberOfTheOtherLibraryWithTheTreeBeside(Library founder) {
    MixedGroup group = scenario.alone(founder);
    Member first = group.members().getFirst();

    group.commit(first, Plan.empty().add(group.newcomer(founder.other())).withoutTree());

    talkBothWays(group);
  }

  @ParameterizedTest
  @EnumSource
  void membersAddedWithoutAPathCanCommitThemselves(Library committer) {
    MixedGroup group = scenario.four(committer);
    Member newcomer = group.newcomer(committer.other());

    group.commit(group.members().getFirst(), Plan.empty().add(newcomer).withoutPath());
    group.commit(newcomer, Plan.empty());
    group.commit(group.members().get(1), Plan.empty());
  }

  @ParameterizedTest
  @CsvSource({"JAVA,JAVA", "JAVA,TS", "TS,JAVA", "TS,TS"})
  void everybodyFollowsAnExternalJoinerByTheGroupInfoOfEitherLibrary(
      Library informant, Library joiner) {
    MixedGroup group = scenario.four(informant);

    group.joinExternally(group.newcomer(joiner), group.members().getFirst().groupInfo());

    assertThat(group.members()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"JAVA,JAVA", "JAVA,TS", "TS,JAVA", "TS,TS"})
  void aMemberThatLostItsStateComesBackInItsFormerPlace(Library informant, Library lost) {
    MixedGroup group = scenario.four(informant);
    Member again = group.members().get(informant == lost ? 2 : 1);
    int leaf = again.state().leaf();

    group.joinExternally(again, group.members().getFirst().groupInfo());

    assertThat(group.members()).hasSize(4);
    assertThat(again.state().leaf()).isEqualTo(leaf);
  }

  @ParameterizedTest
  @EnumSource
  void theServersInvitationIsCommittedByEitherLibrary(Library committer) {
    MixedGroup group = scenario.four(committer);

    group.serverProposesToAdd(group.newcomer(committer.other()));
    group.commit(group.members().getFirst(), Plan.empty().held());

    assertThat(group.members()).hasSize(5);
  }

  @ParameterizedTest
  @EnumSource
  void aJavaClientAsksToJoinAndEitherLibraryCommitsIt(Library committer) {
    MixedGroup group = scenario.four(committer);
    JavaMember asking = (JavaMember) group.newcomer(Library.JAVA);

    group.askToJoin(asking);
    group.commit(group.members().getFirst(), Plan.empty().held());

    assertThat(group.members()).contains(asking);
  }

  private static void talkBothWays(MixedGroup group) {
    for (Member sender : group.members()) {
      Mail mail = Mail.from(sender, new byte[] {1, 2, 3}, new byte[] {4});
      group.members().stream()
          .filter(one -> one != sender)
          .forEach(reader -> group.deliver(mail, reader));
    }
  }
}
