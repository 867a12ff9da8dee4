package fr.liaison.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.hostile.Claims;
import fr.liaison.acceptance.hostile.Crowd;
import fr.liaison.acceptance.hostile.Falsified;
import fr.liaison.acceptance.hostile.UnsentBody;
import fr.liaison.acceptance.javaclient.BareDevice;
import fr.liaison.acceptance.javaclient.JavaDevice;
import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.platform.Scenario;
import fr.liaison.client.api.CommitBundle;
import fr.liaison.client.api.Entry;
import fr.liaison.client.api.Entry.EntryKind;
import fr.liaison.client.group.Wire;
import fr.liaison.client.id.ConversationId;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.group.CommitRequest;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.Sending;
import fr.liaison.mls.message.Proposal;
import fr.liaison.platform.Platform;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A member with a real token and a real device who keeps no rule, through the gateway. Whatever is
 * sent is a problem that says what is wrong, and the others go on talking right after it.
 */
@Scenario
@Order(5)
class HostileClientTest {
  private static final fr.liaison.mls.codec.Bytes NOTHING = fr.liaison.mls.codec.Bytes.EMPTY;
  private static final String SERVICE = "/api/conversation/v1/";
  private final Platform platform;
  private final URI origin;
  private JavaDevice one;
  private JavaDevice other;
  private JavaDevice inside;
  private JavaDevice tablet;
  private BareDevice hostile;
  private Api api;
  private ConversationId group;
  private String room;
  private long process;
  private int said;

  HostileClientTest(Platform platform) {
    this.platform = platform;
    this.origin = URI.create(platform.url());
  }

  @BeforeAll
  void aGroupWithOneWhoKeepsNoRule(@TempDir Path folder) {
    one = JavaDevice.start(origin, DemoPerson.ROUSSEAU, folder.resolve("one"));
    other = JavaDevice.start(origin, DemoPerson.PETIT, folder.resolve("other"));
    inside = JavaDevice.start(origin, DemoPerson.LEFEVRE, folder.resolve("inside"));
    group = one.group(List.of(other, inside));
    inside.sync();
    // Enrolled when the group was made already, so that nobody had to invite it.
    tablet = JavaDevice.enrolled(origin, DemoPerson.LEFEVRE, folder.resolve("tablet"));
    hostile = BareDevice.of(inside);
    api = inside.api();
    Api tablets = tablet.api();
    Awaitility.await().until(() -> tablets.get(SERVICE + "welcomes").status() == 200);
    room = SERVICE + "conversations/" + group;
    process = platform.pid("conversation").orElseThrow();
  }

  @AfterAll
  void close() {
    for (JavaDevice device : List.of(one, other, inside, tablet)) {
      device.retire();
    }
  }

  @AfterEach
  void theOthersGoOnTalkingAndTheServiceHasNotDied() {
    String text = "Malgré tout " + ++said;
    one.say(group, text);
    other.sync();
    other.say(group, text + " aussi");
    one.sync();

    assertThat(other.texts(group)).endsWith(text, text + " aussi");
    assertThat(one.texts(group)).isEqualTo(other.texts(group)).doesNotContain("?");
    assertThat(platform.pid("conversation")).hasValue(process);
  }

  @Test
  void aLeafUnderAnotherKeyThanTheCertifiedOne() {
    Proposal forged = new Proposal.Add(BareDevice.of(tablet).forgedKeyPackage().keyPackage());

    unfit(commit(bundle(forged)), "commit", "credential");
  }

  @Test
  void anotherPersonsRemovalByAnExternalCommit() {
    CommitBundle evicting = BareDevice.of(tablet).evicting(hostile.groupInfo(group));

    unfit(tablet.api().postJson(room + "/joins", evicting), "commit", "invalid-proposal");
  }

  @Test
  void somebodyElsesCommitSentAgain() {
    one.renewKeys(group, 1);
    Bytes replayed = last(EntryKind.COMMIT);

    Answer answer =
        commit(
            new CommitBundle(
                replayed, null, hostile.server().groupInfo(group).orThrow().groupInfo()));

    refused(answer, 409, "stale-epoch");
  }

  @Test
  void somebodyElsesMessageSentAgain() {
    one.say(group, "Une seule fois");

    refused(message(last(EntryKind.MESSAGE)), 409, "conflict");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, -1_000_000, 1, 1_000, Long.MAX_VALUE / 2})
  void epochsThatAreOverOrNotThere(long distance) {
    Group now = state();
    long epoch = now.epoch() + distance;
    String code = epoch < 0 ? "malformed-mls" : "stale-epoch";

    Sending.Sealed sealed = (Sending.Sealed) now.send(NOTHING, NOTHING);
    refused(message(Falsified.message(sealed.message(), epoch)), epoch < 0 ? 400 : 409, code);
    refused(commit(Falsified.commit(bundle(), epoch)), epoch < 0 ? 400 : 409, code);
  }

  @Test
  void theGroupInfoOfAnotherGroup() {
    Group own = alone(UUID.randomUUID());
    CommitBundle bundle = bundle();

    unfit(
        commit(new CommitBundle(bundle.commit(), null, Wire.json(own.groupInfo(true)))),
        "groupInfo",
        "group-info-mismatch");
  }

  @Test
  void lengthsThatClaimAGigabyte() {
    for (Bytes claim : Claims.ofAGigabyte(group)) {
      everywhere(claim).forEach(answer -> refused(answer, 400, "malformed-mls"));
    }
  }

  @Test
  void garbage() {
    Random random = new Random(17);
    for (int round = 0; round < 8; round++) {
      byte[] bytes = new byte[1 + random.nextInt(2_000)];
      random.nextBytes(bytes);
      everywhere(Bytes.of(bytes)).forEach(answer -> refused(answer, 400, "malformed-mls"));
    }
  }

  @Test
  void bodiesBeyondTheLimitAnnouncedOrNot() throws Exception {
    assertThat(UnsentBody.announced(origin, room + "/messages", inside.api(), 1L << 30))
        .isEqualTo(413);
    assertThat(UnsentBody.announced(origin, room + "/commits", inside.api(), Long.MAX_VALUE))
        .isEqualTo(413);
    byte[] endless = "[".repeat(4 << 20).getBytes(StandardCharsets.UTF_8);
    Answer answer =
        api.with("Content-Type", "application/json")
            .send(
                "POST",
                room + "/messages",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless)));
    assertThat(answer.status()).isEqualTo(413);
    refused(message(Bytes.of(new byte[70_000])), 413, "too-large");
  }

  @Test
  void aWelcomeForTenThousand() {
    CommitBundle bundle = bundle();

    unfit(
        commit(new CommitBundle(bundle.commit(), Crowd.emptyInvitations(), bundle.groupInfo())),
        "welcome",
        "roster");
    refused(
        commit(new CommitBundle(bundle.commit(), Crowd.invitations(), bundle.groupInfo())),
        413,
        "too-large");
  }

  @Test
  void aGroupOfTenThousand() {
    UUID fresh = UUID.randomUUID();
    Group own = alone(fresh);

    unfit(open(fresh, Crowd.wide(hostile, own)), "groupInfo", "too-many-members");
    refused(open(fresh, Crowd.full(hostile, own)), 413, "too-large");
    assertThat(api.get(SERVICE + "conversations/" + fresh).problem()).isEqualTo("not-found");
  }

  @Test
  void aCommitOfTenThousandProposals() {
    for (Bytes commit : Crowd.commits(hostile, state())) {
      Answer answer = commit(new CommitBundle(commit, null, bundle().groupInfo()));

      assertThat(answer.status()).as(answer.body()).isIn(400, 413);
      assertThat(answer.problem()).isIn("malformed-mls", "too-large");
    }
  }

  /** These bytes in each field that takes MLS. */
  private List<Answer> everywhere(Bytes bytes) {
    CommitBundle genuine = bundle();
    return List.of(
        message(bytes),
        commit(new CommitBundle(bytes, null, genuine.groupInfo())),
        commit(new CommitBundle(genuine.commit(), bytes, genuine.groupInfo())),
        commit(new CommitBundle(genuine.commit(), null, bytes)),
        api.postJson(room + "/joins", new CommitBundle(bytes, null, genuine.groupInfo())),
        open(UUID.randomUUID(), bytes),
        api.postJson(SERVICE + "key-packages", Map.of("keyPackages", List.of(bytes))));
  }

  private Group alone(UUID id) {
    return Group.create(
        hostile.client(),
        Wire.groupId(new ConversationId(id)),
        hostile.keyPackage(),
        state().context().extensions());
  }

  private Group state() {
    inside.sync();
    return hostile.group(inside, group);
  }

  private CommitBundle bundle(Proposal... proposals) {
    return BareDevice.bundle(BareDevice.commit(state(), CommitRequest.of(proposals)));
  }

  private Bytes last(EntryKind kind) {
    return one.log(group).stream()
        .filter(entry -> entry.kind() == kind)
        .map(Entry::payload)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private Answer commit(CommitBundle bundle) {
    return api.postJson(room + "/commits", bundle);
  }

  private Answer message(Bytes message) {
    return api.postJson(
        room + "/messages",
        Map.of("message", message, "priority", "routine", "attachments", List.of()));
  }

  private Answer open(UUID id, Bytes groupInfo) {
    Map<String, Object> opening = new LinkedHashMap<>();
    opening.put("id", id);
    opening.put("kind", "group");
    opening.put("groupInfo", groupInfo);
    return api.postJson(SERVICE + "conversations", opening);
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.problem()).as(answer.body()).isEqualTo(code);
  }

  private static void unfit(Answer answer, String field, String reason) {
    refused(answer, 400, "malformed-mls");
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
    assertThat(answer.json().path("reason").asText()).isEqualTo(reason);
  }
}
