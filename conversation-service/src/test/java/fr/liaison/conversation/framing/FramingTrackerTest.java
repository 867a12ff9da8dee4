package fr.liaison.conversation.framing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.MlsBytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What fits a group and what does not, field by field. */
class FramingTrackerTest {
  private static final UUID GROUP = UUID.randomUUID();
  private static final Bytes ID = Bytes.of(MlsBytes.groupId(GROUP));
  private final MlsBytes mls = new MlsBytes(11);
  private final FramingTracker tracker = new FramingTracker();
  private final byte[] key = mls.noise(32);

  private Verdict commit(byte[] commit, byte[] welcome, byte[] info, int removals) {
    return tracker.commit(
        ID,
        new CommitBundle(
            Bytes.of(commit),
            Optional.ofNullable(welcome).map(Bytes::of),
            Bytes.of(info),
            welcome == null ? List.of() : List.of(Bytes.of(key)),
            removals));
  }

  private byte[] adding(long epoch) {
    return mls.commit(GROUP, epoch, List.of(key), List.of());
  }

  @Test
  void aWholeBundleFits() {
    assertThat(commit(adding(6), mls.welcome(1), mls.groupInfo(GROUP, 7), 0))
        .isEqualTo(new Verdict.Fits(6));
  }

  @Test
  void eachPartMustBelongToTheGroupAndTheEpoch() {
    UUID other = UUID.randomUUID();
    assertThat(
            commit(
                mls.commit(other, 6, List.of(key), List.of()),
                mls.welcome(1),
                mls.groupInfo(GROUP, 7),
                0))
        .isEqualTo(new Verdict.Unfit("commit", 0, Fault.GROUP_ID));
    assertThat(commit(adding(6), mls.welcome(1), mls.groupInfo(other, 7), 0))
        .isEqualTo(new Verdict.Unfit("groupInfo", 0, Fault.GROUP_ID));
    assertThat(commit(adding(6), mls.welcome(1), mls.groupInfo(GROUP, 6), 0))
        .isEqualTo(new Verdict.Unfit("groupInfo", 0, Fault.EPOCH));
    assertThat(tracker.message(ID, Bytes.of(mls.message(other, 1, 10))))
        .isEqualTo(new Verdict.Unfit("message", 0, Fault.GROUP_ID));
    assertThat(tracker.opening(ID, Bytes.of(mls.groupInfo(GROUP, 1))))
        .isEqualTo(new Verdict.Unfit("groupInfo", 0, Fault.EPOCH));
  }

  @Test
  void theProposalsMustBeTheDeclaredChangeOfRoster() {
    byte[] info = mls.groupInfo(GROUP, 7);
    byte[] foreignKey = mls.commit(GROUP, 6, List.of(mls.noise(32)), List.of());
    assertThat(commit(foreignKey, mls.welcome(1), info, 0))
        .isEqualTo(new Verdict.Unfit("commit", 0, Fault.ROSTER));
    byte[] twoAdds = mls.commit(GROUP, 6, List.of(key, key), List.of());
    assertThat(commit(twoAdds, mls.welcome(1), info, 0))
        .isEqualTo(new Verdict.Unfit("commit", 0, Fault.ROSTER));
    byte[] removing = mls.commit(GROUP, 6, List.of(), List.of(1));
    assertThat(commit(removing, null, info, 0))
        .isEqualTo(new Verdict.Unfit("commit", 0, Fault.ROSTER));
    assertThat(commit(removing, null, info, 1)).isEqualTo(new Verdict.Fits(6));
  }

  @Test
  void aWelcomeComesWithAddsAndForAsManyDevices() {
    byte[] info = mls.groupInfo(GROUP, 7);
    assertThat(commit(adding(6), mls.welcome(2), info, 0))
        .isEqualTo(new Verdict.Unfit("welcome", 0, Fault.ROSTER));
    var without =
        new CommitBundle(
            Bytes.of(adding(6)), Optional.empty(), Bytes.of(info), List.of(Bytes.of(key)), 0);
    assertThat(tracker.commit(ID, without)).isEqualTo(new Verdict.Unfit("welcome", 0, Fault.EMPTY));
    assertThat(commit(adding(6), mls.groupInfo(GROUP, 7), info, 0))
        .isEqualTo(new Verdict.Unfit("welcome", 0, Fault.WIRE_FORMAT));
  }

  @Test
  void aCommitWithoutAPathOrOfAnotherKindIsRefused() {
    byte[] info = mls.groupInfo(GROUP, 7);
    assertThat(commit(mls.commit(GROUP, 6, List.of(), List.of(), false), null, info, 0))
        .isEqualTo(new Verdict.Unfit("commit", 0, Fault.PATH_MISSING));
    assertThat(commit(mls.message(GROUP, 6, 10), null, info, 0))
        .isEqualTo(new Verdict.Unfit("commit", 0, Fault.WIRE_FORMAT));
    assertThat(tracker.message(ID, Bytes.of(adding(6))))
        .isEqualTo(new Verdict.Unfit("message", 0, Fault.WIRE_FORMAT));
  }

  @Test
  void aKeyPackageMustCarryTheDevicesKeyAndHoldNow() {
    Instant now = Instant.now();
    long clock = now.getEpochSecond();
    Duration longest = Duration.ofDays(90);
    Bytes registered = Bytes.of(key);
    assertThat(InvitationCheck.check(Bytes.of(mls.keyPackage(key)), registered, now, longest))
        .isInstanceOf(InvitationCheck.Outcome.Acceptable.class);
    assertThat(
            InvitationCheck.check(
                Bytes.of(mls.keyPackage(mls.noise(32))), registered, now, longest))
        .isEqualTo(new InvitationCheck.Outcome.Refused(0, Fault.SIGNATURE_KEY));
    long[][] lifetimes = {
      {clock - 100, clock - 1},
      {clock + 7200, clock + 9000},
      {clock, clock + 91 * 86_400},
      {0, -1},
      {-1, -1}
    };
    for (long[] lifetime : lifetimes) {
      byte[] keyPackage = mls.keyPackage(key, lifetime[0], lifetime[1]);
      assertThat(InvitationCheck.check(Bytes.of(keyPackage), registered, now, longest))
          .isEqualTo(new InvitationCheck.Outcome.Refused(0, Fault.LIFETIME));
    }
  }
}
