package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.commit.Committer;
import fr.liaison.acceptance.commit.Stall;
import fr.liaison.acceptance.commit.StoredGroup;
import fr.liaison.acceptance.javaclient.BareDevice;
import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.api.ConversationApi;
import fr.liaison.client.api.Device;
import fr.liaison.client.api.Kind;
import fr.liaison.client.group.Wire;
import fr.liaison.client.http.Answer;
import fr.liaison.client.id.ConversationId;
import fr.liaison.mls.group.CommitRequest;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.PendingCommit;
import fr.liaison.mls.leaf.Extension;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.Proposal;
import fr.liaison.platform.Platform;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The conversation-service dies by kill -9 again and again while two members commit, one of them
 * putting a third device in and out: half of the times inside the transaction of a bundle, wherever
 * that stands then. Every commit is there whole or not at all, and everybody ends up in one group.
 */
@Scenario
@Order(6)
class CommitKillTest {
  /** How often it is killed; 200 for the long run. */
  private static final int KILLS = Integer.getInteger("liaison.kills", 3);

  /** What a bundle writes to, in that order. */
  private static final List<String> TABLES =
      List.of("entry", "group_state", "group_info", "member", "welcome");

  private static final int LONGEST_WAIT_MILLIS = 150;
  private static final Duration BREATH = Duration.ofMillis(60);

  private final Platform platform;
  private final URI origin;
  private final Random random = new Random(42);
  private JavaDevice adding;
  private JavaDevice renewing;
  private JavaDevice comingAndGoing;
  private Committer one;
  private Committer other;
  private Committer guest;
  private ConversationId id;
  private int inside;
  private int keptThough;
  private int redone;

  CommitKillTest(Platform platform) {
    this.platform = platform;
    this.origin = URI.create(platform.url());
  }

  @BeforeAll
  void aGroupOfTwoDevicesAndAGuest(@TempDir Path folder) {
    adding = JavaDevice.enrolled(origin, DemoPerson.BENALI, folder.resolve("one"));
    renewing = JavaDevice.enrolled(origin, DemoPerson.CARON, folder.resolve("other"));
    // Whoever comes in comes with all devices that can be invited: there shall be none but ours.
    List<String> revoked = revokeOthers(renewing);
    comingAndGoing = JavaDevice.enrolled(origin, DemoPerson.CARON, folder.resolve("guest"));
    Api guests = comingAndGoing.api();
    revoked.forEach(device -> awaitHeard(guests.onDevice(device), "device-revoked"));
    awaitHeard(guests, "");
    id = new ConversationId(UUID.randomUUID());
    one = new Committer(BareDevice.of(adding), id);
    other = new Committer(BareDevice.of(renewing), id);
    guest = new Committer(BareDevice.of(comingAndGoing), id);
    open(BareDevice.of(adding));
  }

  private static List<String> revokeOthers(JavaDevice kept) {
    List<String> revoked = new ArrayList<>();
    for (Device device : kept.liaison().directory().devices().orThrow()) {
      if (device.status().equals("active") && !device.id().equals(kept.device().id())) {
        kept.liaison().directory().revoke(device.id()).orThrow();
        revoked.add(device.id().toString());
      }
    }
    return revoked;
  }

  /** Until the conversation-service has heard from the directory what this device is now. */
  private static void awaitHeard(Api onDevice, String problem) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(onDevice.get("/api/conversation/v1/welcomes").problem())
                    .isEqualTo(problem));
  }

  /** Waits until the service has heard of the devices, too. */
  private void open(BareDevice founder) {
    Extension senders =
        new Extension(
            ExtensionType.EXTERNAL_SENDERS, Wire.mls(founder.server().externalSenders().orThrow()));
    Group alone =
        Group.create(
            founder.client(), Wire.groupId(id), founder.keyPackage(), Extensions.of(senders));
    PendingCommit first = BareDevice.commit(alone, CommitRequest.of(other.invitation()));
    ConversationApi.Opening opening =
        new ConversationApi.Opening(
            id, Kind.GROUP, Wire.json(alone.groupInfo(true)), BareDevice.bundle(first), null);
    Awaitility.await().until(() -> founder.server().open(opening) instanceof Answer.Done<?>);
    one.begin(first.adopt(alone), 1);
    other.enter();
  }

  @AfterAll
  void close() {
    Stream.of(adding, renewing, comingAndGoing).forEach(JavaDevice::retire);
  }

  @Test
  void whateverDiesMeanwhileEachCommitIsWholeOrNotThere(TestReporter figures) throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      killWhileTheyCommit(kill % 2 == 0);
      try (StoredGroup stored = stored()) {
        stored.assertNothingIsHalf();
        allAgree(stored.epoch());
      }
    }
    figures.publishEntry(
        Map.of(
            "kills", String.valueOf(KILLS),
            "inside a transaction", String.valueOf(inside),
            "commits", String.valueOf(one.group().epoch()),
            "kept though nobody was told", String.valueOf(keptThough),
            "made again", String.valueOf(redone)));
  }

  private void killWhileTheyCommit(boolean insideABundle) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    int before = one.settledLate().size() + other.settledLate().size();
    long last;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> first = threads.submit(() -> commitUntil(over, one, this::inOrOut));
      Future<?> second = threads.submit(() -> commitUntil(over, other, CommitKillTest::renewal));
      try {
        kill(insideABundle);
        last = lastSequenceOfTheDead();
        platform.restart("conversation");
      } finally {
        over.set(true);
      }
      first.get();
      second.get();
    }
    List<Long> late =
        Stream.concat(one.settledLate().stream(), other.settledLate().stream()).toList();
    int kept = (int) late.stream().filter(sequence -> sequence == last).count();
    keptThough += kept;
    redone += late.size() - before - kept;
  }

  private void kill(boolean insideABundle) throws SQLException {
    if (insideABundle) {
      try (Stall stall = new Stall(platform.database("conversation"), anyTable())) {
        stall.awaitCaught();
        platform.kill("conversation");
      }
      inside++;
    } else {
      Duration wait = Duration.ofMillis(1 + random.nextInt(LONGEST_WAIT_MILLIS));
      Awaitility.await().pollDelay(wait).until(() -> true);
      platform.kill("conversation");
    }
  }

  private String anyTable() {
    return TABLES.get(random.nextInt(TABLES.size()));
  }

  private long lastSequenceOfTheDead() throws SQLException {
    try (StoredGroup stored = stored()) {
      return stored.lastSequence();
    }
  }

  private StoredGroup stored() throws SQLException {
    return new StoredGroup(platform.database("conversation"), id);
  }

  private static void commitUntil(
      AtomicBoolean over, Committer committer, Function<Group, List<Proposal>> change) {
    while (!over.get()) {
      committer.commit(change);
    }
  }

  /** Takes a breath first, or nobody who does more would ever win an epoch. */
  private static List<Proposal> renewal(Group group) {
    LockSupport.parkNanos(BREATH.toNanos());
    return List.of();
  }

  private List<Proposal> inOrOut(Group group) {
    var key = BareDevice.of(comingAndGoing).key().publicKey();
    for (Map.Entry<Integer, LeafNode> member : group.members().entrySet()) {
      if (member.getValue().signatureKey().equals(key)) {
        return List.of(new Proposal.Remove(member.getKey()));
      }
    }
    return List.of(guest.invitation());
  }

  private void allAgree(long epoch) {
    // It came or went at least once, and a Welcome waits only for the last coming.
    guest.forget();
    guest.enter();
    for (Committer member : List.of(one, other, guest)) {
      if (member.isIn()) {
        member.follow();
      }
    }
    assertThat(one.group().epoch()).isEqualTo(epoch);
    assertThat(guest.isIn()).isEqualTo(one.group().members().size() == 3);
    assertThat(Stream.of(one, other, guest).filter(Committer::isIn))
        .extracting(member -> member.group().epochAuthenticator())
        .containsOnly(one.group().epochAuthenticator());
  }
}
