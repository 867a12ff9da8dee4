package fr.liaison.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.conversation.dormancy.DeclareDormant;
import fr.liaison.conversation.log.CutLog;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** What tests about devices that are away share. */
abstract class AwayScene extends ServiceScene {
  @Inject DeclareDormant declareDormant;
  @Inject CutLog cutLog;

  /** As if all that was said here was said a hundred days ago. */
  void ages(UUID id) {
    database.run(
        tx ->
            tx.update(
                "update entry set accepted_at = now() - interval '100 days'"
                    + " where conversation_id = $1",
                id));
  }

  void agesAndIsCut(UUID id) {
    ages(id);
    cutLog.lookOnce();
  }

  long firstKept(UUID id) {
    return count("select first_kept from conversation where id = $1", id);
  }

  /** As if the device had come in, and was last seen, a hundred days ago. */
  void isAway(Device device) {
    database.run(
        tx -> {
          tx.update(
              "update member set joined_at = now() - interval '100 days' where device_id = $1",
              device.id());
          tx.update(
              "update device_seen set seen_at = now() - interval '100 days' where device_id = $1",
              device.id());
        });
  }

  void becomesDormant(Device device, UUID id) {
    isAway(device);
    declareDormant.lookOnce();
    assertThat(isDormant(device, id)).isTrue();
  }

  boolean isDormant(Device device, UUID id) {
    return count(
            "select count(*) from member where conversation_id = $1 and device_id = $2"
                + " and dormant_since is not null",
            id,
            device.id())
        == 1;
  }

  Answer join(Device device, UUID id) {
    TestGroups.Entering entering = groups.enter(device, groupInfo(device, id));
    Answer answer = post(device, "/v1/conversations/" + id + "/joins", entering.bundle());
    if (answer.status() == 201) {
      groups.entered(id, device, entering);
    }
    return answer;
  }

  Answer read(Device device, UUID id, long after) {
    return get(device, "/v1/conversations/" + id + "/log?after=" + after);
  }

  void acknowledge(Device device, UUID id, long sequence) {
    assertThat(
            post(device, "/v1/conversations/" + id + "/receipts", Map.of("deliveredUpTo", sequence))
                .status())
        .isEqualTo(204);
  }
}
