package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A group in which somebody committed what the others say they cannot process. Whether they can is
 * theirs to know; to the server every commit it took looks the same.
 */
abstract class BrokenGroupScene extends ServiceScene {
  /** The commit that is complained about: the second entry of every group made here. */
  static final long BROKEN = 2;

  UUID broken(Device creator, Device committer, Device... others) {
    Device[] added = Arrays.copyOf(others, others.length + 1);
    added[others.length] = committer;
    UUID id = group(creator, added);
    assertThat(post(committer, commits(id), bundle(committer, id, List.of(), List.of())).status())
        .isEqualTo(201);
    return id;
  }

  UUID direct(Device one, Device other) {
    UUID id = UUID.randomUUID();
    Map<String, Object> opening = opening(one, id, "direct");
    opening.put("commit", bundle(one, id, List.of(other), List.of()));
    assertThat(post(one, "/v1/conversations", opening).status()).isEqualTo(201);
    return id;
  }

  Answer report(Device device, UUID conversation, long sequence) {
    return post(
        device,
        "/v1/conversations/" + conversation + "/reports",
        new HashMap<>(Map.of("sequence", sequence)));
  }

  Answer order(Device device, UUID conversation, Map<String, Object> body) {
    return post(device, "/v1/conversations/" + conversation + "/refounding", body);
  }

  /**
   * An opening that would succeed the old conversation, with these devices beside the founder's.
   */
  Map<String, Object> succession(Device founder, UUID old, UUID id, String kind, Device... others) {
    Map<String, Object> opening = opening(founder, id, kind);
    opening.put("succeeds", old);
    if (others.length > 0) {
      opening.put("commit", bundle(founder, id, Arrays.asList(others), List.of()));
    }
    return opening;
  }

  Answer found(Device founder, UUID old, UUID id, Device... others) {
    return post(founder, "/v1/conversations", succession(founder, old, id, "group", others));
  }

  Answer view(Device device, UUID conversation) {
    return get(device, "/v1/conversations/" + conversation);
  }

  String state(Device device, UUID conversation) {
    return view(device, conversation).body().path("state").asText();
  }

  /** From now on the device can be invited. */
  void offerKeyPackage(Device device) {
    Answer uploaded =
        post(
            device,
            "/v1/key-packages",
            Map.of("keyPackages", List.of(TestGroups.base64(device.keyPackage().message()))));
    assertThat(uploaded.status()).isEqualTo(200);
  }

  Answer join(Device device, UUID conversation) {
    TestGroups.Entering entering = groups.enter(device, groupInfo(device, conversation));
    Answer answer = post(device, "/v1/conversations/" + conversation + "/joins", entering.bundle());
    if (answer.status() == 201) {
      groups.entered(conversation, device, entering);
    }
    return answer;
  }
}
