package fr.liaison.acceptance.mls.mixed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.mls.TsClient;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.LeafNode;
import java.util.List;
import java.util.Map;

/** The members of a group as both libraries can tell them: leaf and identity. */
final class Roster {
  private Roster() {}

  static List<TsClient.Member> of(Map<Integer, LeafNode> members) {
    return members.entrySet().stream()
        .map(
            one ->
                new TsClient.Member(
                    one.getKey(),
                    ((Credential.Basic) one.getValue().credential()).identity().toArray()))
        .toList();
  }

  /** As text, to be compared. */
  static String text(List<TsClient.Member> members) {
    return String.join(
        " ",
        members.stream().map(one -> one.leaf() + ":" + new String(one.identity(), UTF_8)).toList());
  }

  /** That all of them are in the epoch of the first, and see the same members. */
  static void compare(List<Member> all, TsClient.State first) {
    for (Member member : all) {
      TsClient.State seen = member.state();
      assertThat(seen.epoch()).isEqualTo(first.epoch());
      assertThat(seen.authenticator()).isEqualTo(first.authenticator());
      assertThat(seen.treeHash()).isEqualTo(first.treeHash());
      assertThat(text(seen.members()))
          .isEqualTo(text(first.members()))
          .contains(seen.leaf() + ":" + member.name());
    }
  }
}
