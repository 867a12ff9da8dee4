package fr.liaison.client.group;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.client.api.ClaimedDevice;
import fr.liaison.client.api.Entry;
import fr.liaison.client.api.Entry.EntryKind;
import fr.liaison.client.content.Content;
import fr.liaison.client.content.ContentReader;
import fr.liaison.client.content.Decoded;
import fr.liaison.client.group.Followed.Advanced;
import fr.liaison.client.group.Followed.Reason;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.store.Outbox;
import fr.liaison.client.store.OutboxMessage;
import fr.liaison.client.store.OutboxMessage.Encrypted;
import fr.liaison.client.store.StoredMessage;
import fr.liaison.client.store.StoredMessage.Author;
import fr.liaison.client.store.StoredMessage.Gap;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.group.Opening;
import fr.liaison.mls.group.PublicGroup;
import fr.liaison.mls.group.Sending;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowEntryTest {
  private static final Duration YEAR = Duration.ofDays(365);
  private TestAuthority authority;
  private TestMember ada;
  private TestMember bob;

  @BeforeEach
  void twoDevicesInAGroup() throws Exception {
    authority = new TestAuthority();
    ada = new TestMember(authority.enrol("Ada Lovelace", "810001", YEAR));
    bob = new TestMember(authority.enrol("Bob Martin", "810002", YEAR));
    ada.add(bob);
  }

  @Test
  void aMessageIsReadUnderTheNameOfItsCertificate() {
    StoredMessage read = message(bob.follows(ada.says("Bonjour")));

    assertThat(read.author()).isEqualTo(new Author("810001", "Ada Lovelace"));
    assertThat(read.sender()).isEqualTo(ada.enrolled.id());
    assertThat(ContentReader.read(read.plaintext()))
        .isInstanceOfSatisfying(
            Decoded.Known.class,
            known -> assertThat(((Content.Text) known.content()).text()).isEqualTo("Bonjour"));
  }

  @Test
  void theServerCannotGiveAMessageToSomebodyElse() {
    Entry said = ada.says("Bonjour");
    DeviceId somebody = new DeviceId(UUID.randomUUID());

    StoredMessage read =
        message(bob.follows(TestMember.entry(EntryKind.MESSAGE, said.payload(), somebody)));

    assertThat(read.sender()).isEqualTo(ada.enrolled.id());
  }

  @Test
  void whatDoesNotOpenIsAGapAndTheGroupGoesOn() {
    Entry said = ada.says("Bonjour");
    byte[] broken = said.payload().toArray();
    broken[broken.length - 1] ^= 1;

    Followed followed = bob.follows(ada.entry(EntryKind.MESSAGE, Bytes.of(broken)));

    assertThat(message(followed).gap()).isEqualTo(Gap.UNDECRYPTABLE);
    assertThat(message(bob.follows(said)).isReadable()).isTrue();
  }

  @Test
  void aMessageUnderAnotherHeaderThanItsIdIsAGap() {
    assertThat(message(bob.follows(ada.says("Bonjour", TestMember.otherId()))).gap())
        .isEqualTo(Gap.UNDECRYPTABLE);
  }

  @Test
  void anOwnMessageIsKnownByItsBytesAndNothingElse() {
    Entry said = ada.says("Bonjour");
    OutboxMessage sent =
        new OutboxMessage(
            TestMember.otherId(),
            Instant.EPOCH,
            false,
            List.of(),
            said.payload(),
            new Encrypted(said.payload(), Wire.sha256(said.payload())));

    Followed known =
        new FollowEntry(ada.device)
            .follow(ada.group, Optional.empty(), List.of(new Outbox.Waiting("k", sent)), said);

    assertThat(((Advanced) known).sent()).contains("k");
    assertThat(ada.follows(said)).isEqualTo(new Followed.Lost(Reason.OLDER_COPY));
  }

  @Test
  void theOwnCommitIsAdoptedWhenTheLogShowsIt() {
    StoredCommit pending = ada.commit();
    Entry shown = ada.entry(EntryKind.COMMIT, pending.bundle().commit());

    Followed own =
        new FollowEntry(ada.device).follow(ada.group, Optional.of(pending), List.of(), shown);
    Followed other = bob.follows(shown);

    assertThat(((Advanced) own).commit()).isTrue();
    assertThat(((Advanced) own).next().epochAuthenticator())
        .isEqualTo(((Advanced) other).next().epochAuthenticator());
    assertThat(ada.follows(shown)).isEqualTo(new Followed.Lost(Reason.OLDER_COPY));
  }

  @Test
  void aCommitOutOfPlaceLosesTheGroup() {
    Entry first = ada.entry(EntryKind.COMMIT, ada.commit().bundle().commit());
    Advanced once = (Advanced) bob.follows(first);
    bob.group = once.next();

    assertThat(bob.follows(first)).isEqualTo(new Followed.Lost(Reason.CANNOT_FOLLOW));
  }

  @Test
  void aMessageOfAnEpochThatNeverCameLosesTheGroup() {
    ada.group = ada.device.restore(ada.commit().next()).orElseThrow();

    assertThat(bob.follows(ada.says("Plus tard")))
        .isEqualTo(new Followed.Lost(Reason.CANNOT_FOLLOW));
  }

  @Test
  void whoIsPutOutIsOut() {
    StoredCommit removal = ada.commit(new Proposal.Remove(bob.group.ownLeaf()));

    assertThat(bob.follows(ada.entry(EntryKind.COMMIT, removal.bundle().commit())))
        .isEqualTo(new Followed.Removed());
  }

  @Test
  void aProposalOfTheServerMustBeCommittedBeforeAnythingIsSaid() throws Exception {
    Entry proposal =
        TestMember.entry(EntryKind.PROPOSAL, removalByServer(), new DeviceId(new UUID(0, 0)));

    Advanced held = (Advanced) ada.follows(proposal);
    ada.group = held.next();

    assertThat(ada.group.send(Wire.mls(proposal.payload()), Wire.mls(proposal.payload())))
        .isInstanceOf(Sending.CommitFirst.class);
    assertThat(ada.device.restore(ada.commit().next()).orElseThrow().members()).hasSize(1);
  }

  @Test
  void anExpiredCertificateLocksNobodyOutButInvitesNobodyIn() throws Exception {
    TestMember late = new TestMember(authority.enrol("Paul Durand", "810003", Duration.ofDays(-1)));
    ada.add(late);

    assertThat(message(ada.follows(late.says("Encore là"))).isReadable()).isTrue();
    assertThat(check(late, late.enrolled.id(), "810003")).isFalse();
  }

  @Test
  void aKeyPackageMustBeOfWhomWasAskedFor() {
    assertThat(check(bob, bob.enrolled.id(), "810002")).isTrue();
    assertThat(check(bob, ada.enrolled.id(), "810002")).isFalse();
    assertThat(check(bob, bob.enrolled.id(), "810001")).isFalse();
  }

  private boolean check(TestMember offered, DeviceId device, String nationalId) {
    ClaimedDevice claimed =
        new ClaimedDevice(
            device,
            offered.enrolled.practitioner(),
            ClaimedDevice.Status.OK,
            Wire.json(offered.device.keyPackage().message()));
    return new CheckInvitation(ada.device).check(claimed, nationalId).isPresent();
  }

  private Bytes removalByServer() throws Exception {
    MlsMessage.Info info = (MlsMessage.Info) MlsMessage.parse(ada.group.groupInfo(true));
    Opening opening =
        PublicGroup.open(info.groupInfo(), Optional.empty(), ada.device.client().validator());
    PublicGroup seen = ((Opening.Opened) opening).group();
    assertThat(seen).isNotNull();
    return Wire.json(seen.propose(TestMember.SERVER, new Proposal.Remove(bob.group.ownLeaf())));
  }

  private static StoredMessage message(Followed followed) {
    assertThat(followed).isInstanceOf(Advanced.class);
    return ((Advanced) followed).message().orElseThrow();
  }
}
