package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.group.CommitRequest;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.message.Proposal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Commits no honest client makes: each is a clear problem, and the group goes on as if nothing was.
 */
@QuarkusTest
class HostileCommitTest extends ServiceScene {
  private Device alice;
  private Device bob;
  private UUID id;

  @BeforeEach
  void aGroupOfTwo() {
    alice = enrol();
    bob = enrol();
    id = group(alice, bob);
  }

  private void refused(Map<String, Object> bundle, String field, String reason) {
    Answer answer = post(bob, commits(id), bundle);
    assertThat(answer.code()).as("%s", answer.body()).isEqualTo("malformed-mls");
    assertThat(answer.body().path("field").asText()).isEqualTo(field);
    assertThat(answer.body().path("reason").asText()).isEqualTo(reason);
    everybodyGoesOn();
  }

  private void everybodyGoesOn() {
    assertThat(get(alice, "/v1/conversations/" + id).body().path("epoch").asLong()).isEqualTo(1);
    assertThat(send(alice, id, 1).status()).isEqualTo(201);
  }

  private Map<String, Object> bundle() {
    return bundle(bob, id, List.of(), List.of());
  }

  private Map<String, Object> with(String field, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(bundle());
    changed.put(field, value);
    return changed;
  }

  @Test
  void aLeafWithAnotherKeyThanTheRegisteredOne() {
    Device carol = enrol();
    Device forged =
        new Device(
            carol.id(),
            carol.practitioner(),
            carol.account(),
            Device.of(carol.practitioner()).pair());
    forged.certifyBy(TestAuthority::credential);
    refused(bundle(bob, id, List.of(forged), List.of()), "commit", "credential");
  }

  @Test
  void aCertificateOfAnAuthorityThatOnlyHasTheRightName() {
    Device carol = enrol();
    carol.certifyBy(TestAuthority::forged);
    refused(bundle(bob, id, List.of(carol), List.of()), "commit", "credential");
  }

  @Test
  void aLeafThatNamesAnotherDevice() {
    Device carol = enrol();
    Device masked = new Device(alice.id(), carol.practitioner(), carol.account(), carol.pair());
    masked.certifyBy(TestAuthority::credential);
    refused(bundle(bob, id, List.of(masked), List.of()), "commit", "credential");
  }

  @Test
  void aCommitSignedBySomebodyElse() {
    Answer answer = post(bob, commits(id), bundle(alice, id, List.of(), List.of()));
    assertThat(answer.body().path("rule").asText()).isEqualTo("sender-not-you");
    everybodyGoesOn();
  }

  @Test
  void aGroupInfoOfAnotherGroupOrEpochOrWithoutItsTree() {
    UUID other = group(bob, enrol());
    refused(
        with("groupInfo", bundle(bob, other, List.of(), List.of()).get("groupInfo")),
        "groupInfo",
        "group-info-mismatch");
    refused(
        with(
            "groupInfo",
            Base64.getUrlEncoder().withoutPadding().encodeToString(groupInfo(bob, id))),
        "groupInfo",
        "group-info-mismatch");
    Map<String, Object> bundle = groups.offer(bob, id, CommitRequest.of());
    bundle.put("groupInfo", bundle().get("groupInfo"));
    refused(bundle, "groupInfo", "group-info-mismatch");
  }

  @Test
  void aWelcomeForOthersThanTheAddedOrNone() {
    Device carol = enrol();
    Map<String, Object> adding = new LinkedHashMap<>(bundle(bob, id, List.of(carol), List.of()));
    Object welcome = adding.remove("welcome");
    // Bob is no administrator, but the bytes are judged first.
    refused(adding, "welcome", "roster");
    refused(with("welcome", welcome), "welcome", "roster");
  }

  @Test
  void somebodyPutOutAndInAgainByOneCommit() {
    refused(bundle(bob, id, List.of(alice), List.of(alice)), "commit", "invalid-proposal");
  }

  @Test
  void aCommitWithoutAPath() {
    Device carol = enrol();
    refused(
        groups.offer(
            bob,
            id,
            CommitRequest.of(new Proposal.Add(carol.keyPackage().keyPackage()))
                .withoutForcedPath()),
        "commit",
        "path-missing");
  }

  @Test
  void proposalsThatWouldTakeTheServersPartOrCannotBeFollowed() {
    refused(
        groups.offer(
            bob, id, CommitRequest.of(new Proposal.GroupContextExtensions(Extensions.NONE))),
        "commit",
        "proposal-type");
  }

  @Test
  void anotherPersonsRemovalByAnExternalCommit() {
    Device tablet = enrol(bob.practitioner());
    Map<String, Object> evicting = TestGroups.evicting(tablet, groupInfo(tablet, id));
    Answer answer = post(tablet, "/v1/conversations/" + id + "/joins", evicting);
    assertThat(answer.code()).isEqualTo("malformed-mls");
    assertThat(answer.body().path("reason").asText()).isEqualTo("invalid-proposal");
    everybodyGoesOn();
  }

  @Test
  void anythingChangedInWhatIsSigned() {
    Random random = new Random(11);
    for (int round = 0; round < 60; round++) {
      Map<String, Object> bundle = bundle();
      String part = List.of("commit", "groupInfo").get(round % 2);
      byte[] bytes = Base64.getUrlDecoder().decode((String) bundle.get(part));
      // The commit ends with the membership tag, which only members can check.
      int signed = part.equals("commit") ? bytes.length - 33 : bytes.length;
      bytes[random.nextInt(signed)] ^= (byte) (1 << random.nextInt(8));
      Map<String, Object> spoilt = new LinkedHashMap<>(bundle);
      spoilt.put(part, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      Answer answer = post(bob, commits(id), spoilt);
      assertThat(answer.status()).as("%s", answer.body()).isIn(400, 404, 409, 422);
    }
    everybodyGoesOn();
  }

  @Test
  void aMessagePassedOffAsACommit() {
    Map<String, Object> message = message(id, 1);
    assertThat(post(bob, messages(id), message).status()).isEqualTo(201);
    Answer answer = post(bob, commits(id), with("commit", message.get("message")));
    assertThat(answer.code()).isEqualTo("malformed-mls");
    everybodyGoesOn();
  }

  @Test
  void aCommitThatWasTakenAgainWithAnotherWelcomeOrGroupInfo() {
    Map<String, Object> taken = bundle(alice, id, List.of(enrol()), List.of());
    Answer first = post(alice, commits(id), taken);
    assertThat(first.status()).isEqualTo(201);
    Map<String, Object> other = bundle(alice, id, List.of(enrol()), List.of());
    for (String part : List.of("welcome", "groupInfo")) {
      Map<String, Object> changed = new LinkedHashMap<>(taken);
      changed.put(part, other.get(part));
      Answer answer = post(alice, commits(id), changed);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body().path("rule").asText()).isEqualTo("bundle-differs");
    }
    Map<String, Object> bare = new LinkedHashMap<>(taken);
    bare.remove("welcome");
    assertThat(post(alice, commits(id), bare).status()).isEqualTo(422);
    assertThat(post(alice, commits(id), new LinkedHashMap<>(taken)).body()).isEqualTo(first.body());
  }

  @Test
  void lengthsThatClaimAGigabyte() {
    for (String hex :
        List.of("00010001bfffffff", "0001000110", "000100010000ffffffffffffffff01bfffffff")) {
      byte[] claim = java.util.HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : hex + "0");
      Answer answer =
          post(
              bob,
              commits(id),
              with("commit", Base64.getUrlEncoder().withoutPadding().encodeToString(claim)));
      assertThat(answer.code()).isEqualTo("malformed-mls");
    }
    everybodyGoesOn();
  }

  @Test
  void anOpeningWithoutTheServerAmongItsSenders() {
    UUID fresh = UUID.randomUUID();
    Group group =
        Group.create(
            alice.client(),
            Bytes.wrap(MlsBytes.groupId(fresh)),
            alice.keyPackage(),
            Extensions.NONE);
    Answer answer =
        post(
            alice,
            "/v1/conversations",
            Map.of(
                "id",
                fresh,
                "kind",
                "group",
                "groupInfo",
                TestGroups.base64(group.groupInfo(true))));
    assertThat(answer.body().path("reason").asText()).isEqualTo("external-senders");
    assertThat(get(alice, "/v1/conversations/" + fresh).status()).isEqualTo(404);
  }

  @Test
  void anOpeningInAnothersName() {
    UUID fresh = UUID.randomUUID();
    Answer answer = post(bob, "/v1/conversations", opening(alice, fresh, "group"));
    assertThat(answer.code()).isEqualTo("malformed-mls");
  }
}
