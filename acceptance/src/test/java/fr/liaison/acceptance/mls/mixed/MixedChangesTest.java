package fr.liaison.acceptance.mls.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.mls.Change;
import fr.liaison.acceptance.mls.Proposal;
import fr.liaison.acceptance.mls.TsClient.ExternalSender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What one library does to a group, followed by members of both. In a group of four the committer's
 * library has members 0 and 2. The group compares everybody at every epoch.
 */
class MixedChangesTest {
  private static final byte[] PSK = {1, 2, 3};

  private final Scenario scenario = new Scenario();

  @AfterEach
  void end() {
    scenario.close();
  }

  @ParameterizedTest
  @EnumSource
  void membersOfBothLibrariesAreRemovedByEither(Library committer) {
    MixedGroup group = scenario.four(committer);
    List<Member> members = group.members();

    group.commit(members.getFirst(), Plan.empty().remove(members.get(1)));
    group.commit(members.getFirst(), Plan.empty().remove(members.get(2)));

    assertThat(group.members()).containsExactly(members.get(0), members.get(3));
  }

  @ParameterizedTest
  @EnumSource
  void theServersRemovalIsCommittedByEitherLibrary(Library committer) {
    MixedGroup group = scenario.four(committer);
    Member leaving = group.members().get(1);

    group.serverProposesToRemove(leaving);
    group.commit(group.members().getFirst(), Plan.empty().held());

    assertThat(group.members()).doesNotContain(leaving).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateOfOneLibraryIsCommittedByTheOther(Library committer) {
    MixedGroup group = scenario.four(committer);
    Member proposer = group.members().get(1);

    group.propose(proposer, new Proposal.Update(), false);
    group.commit(group.members().getFirst(), Plan.empty().held());
    group.commit(proposer, Plan.empty());
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateOfTheFirstLeafIsCommittedByTheOther(Library founder) {
    MixedGroup group = scenario.four(founder);

    group.propose(group.members().getFirst(), new Proposal.Update(), false);
    group.commit(group.members().get(1), Plan.empty().held());
  }

  @ParameterizedTest
  @EnumSource
  void commitsAreFollowedWhenHalfOfTheTreeIsEmpty(Library committer) {
    MixedGroup group = scenario.four(committer);
    List<Member> members = group.members();

    group.commit(members.get(2), Plan.empty().remove(members.get(0), members.get(1)));
    group.commit(members.get(3), Plan.empty());
    group.commit(members.get(2), Plan.empty());
  }

  @ParameterizedTest
  @EnumSource
  void aMemberLeavesByACommitOfTheOtherLibrary(Library committer) {
    MixedGroup group = scenario.four(committer);
    Member leaving = group.members().get(1);

    group.proposeToRemove(leaving, leaving, false);
    group.commit(group.members().getFirst(), Plan.empty().held());

    assertThat(group.members()).doesNotContain(leaving);
  }

  @ParameterizedTest
  @EnumSource
  void anExternalPskIsMixedInByBothLibraries(Library committer) {
    MixedGroup group = scenario.four(committer);
    group.share(PSK, new byte[32]);

    group.commit(group.members().getFirst(), Plan.empty().psk(PSK));
    group.propose(group.members().get(1), new Proposal.Psk(PSK), false);
    Member newcomer = group.newcomer(committer.other());
    group.commit(group.members().getFirst(), Plan.empty().held().add(newcomer));
  }

  @ParameterizedTest
  @EnumSource
  void theGroupsExtensionsAreChangedAndTheOtherLibraryHeedsThem(Library committer) {
    MixedGroup group = scenario.four(committer);
    ExternalSender another = new ExternalSender(new byte[32], new byte[] {7});
    List<Change.Extension> changed =
        List.of(
            Extensible.basicCredentialsRequired(),
            Extensible.senders(List.of(another, group.server().sender())));

    group.commit(group.members().getFirst(), Plan.empty().extensions(changed));
    group.serverProposesToRemove(group.members().getFirst());
    group.commit(group.members().get(1), Plan.empty().held());

    assertThat(group.members()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void proposalsAndCommitsTravelEncrypted(Library committer) {
    MixedGroup group = scenario.fourInPrivate(committer);
    List<Member> members = group.members();

    group.propose(members.get(1), new Proposal.Update(), true);
    group.proposeToRemove(members.get(2), members.get(3), true);
    group.proposeToAdd(members.get(1), group.newcomer(committer), true);
    group.commit(members.getFirst(), Plan.empty().held().encrypted(true));

    assertThat(group.members()).hasSize(4).doesNotContain(members.get(3));
  }

  @ParameterizedTest
  @EnumSource
  void theLoserOfARaceFollowsTheWinnerAndCommitsAgain(Library winner) {
    MixedGroup group = scenario.four(winner);
    List<Member> members = group.members();
    Member newcomer = group.newcomer(winner);

    group.race(
        members.get(0),
        Plan.empty().remove(members.get(2)),
        members.get(1),
        Plan.empty().add(newcomer));
    group.commit(members.get(1), Plan.empty().add(newcomer));

    assertThat(group.members()).contains(newcomer).doesNotContain(members.get(2));
  }
}
