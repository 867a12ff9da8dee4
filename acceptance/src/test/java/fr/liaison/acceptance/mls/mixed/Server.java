package fr.liaison.acceptance.mls.mixed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.mls.Proposal;
import fr.liaison.acceptance.mls.TsClient.ExternalSender;
import fr.liaison.acceptance.mls.TsClient.State;
import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.SignatureKeyPair;
import fr.liaison.mls.group.Following;
import fr.liaison.mls.group.Opening;
import fr.liaison.mls.group.PublicGroup;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PublicMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a group without secrets, as bytes between two messages, and proposes from outside. */
final class Server {
  private final SignatureKeyPair key;
  private @Nullable Bytes stored;
  private byte @Nullable [] groupInfo;

  Server(CipherSuite suite) {
    this.key = SignatureKeyPair.generate(suite);
  }

  ExternalSender sender() {
    return new ExternalSender(key.publicKey().toArray(), "server".getBytes(UTF_8));
  }

  /** Believes a member, as at the start of a group. */
  void open(byte[] info) {
    Opening outcome = PublicGroup.open(read(info), Optional.empty(), JavaClient.ANYBODY);
    assertThat(outcome).isInstanceOf(Opening.Opened.class);
    stored = ((Opening.Opened) outcome).group().serialized();
    groupInfo = info;
  }

  void follow(byte[] proposal) {
    Following outcome = group().follow(publicly(proposal));
    assertThat(outcome).isInstanceOf(Following.Proposed.class);
    stored = ((Following.Proposed) outcome).next().serialized();
  }

  /** A commit and the GroupInfo of the epoch it opens. */
  void follow(byte[] commit, byte[] info) {
    Following outcome = group().follow(publicly(commit));
    assertThat(outcome).isInstanceOf(Following.Advanced.class);
    PublicGroup next = ((Following.Advanced) outcome).next();
    assertThat(next.check(read(info))).isEmpty();
    stored = next.serialized();
    groupInfo = info;
  }

  /** A proposal of its own for the current epoch, not yet followed. */
  byte[] propose(Proposal proposal) {
    return group().propose(key, JavaRequests.of(proposal)).toArray();
  }

  /** What newcomers are handed. */
  byte[] groupInfo() {
    return requireNonNull(groupInfo);
  }

  GroupContext context() {
    return group().context();
  }

  /** Whether it sees what this member sees. */
  void compare(State member) {
    PublicGroup now = group();
    assertThat(now.epoch()).isEqualTo(member.epoch());
    assertThat(now.context().treeHash().array()).isEqualTo(member.treeHash());
    assertThat(Roster.text(Roster.of(now.members()))).isEqualTo(Roster.text(member.members()));
  }

  private PublicGroup group() {
    try {
      return PublicGroup.restore(requireNonNull(stored), JavaClient.ANYBODY);
    } catch (Malformed e) {
      throw new AssertionError("a state must read what it wrote", e);
    }
  }

  private static GroupInfo read(byte[] info) {
    return ((MlsMessage.Info) JavaClient.parse(info)).groupInfo();
  }

  private static PublicMessage publicly(byte[] message) {
    return ((MlsMessage.Public) JavaClient.parse(message)).message();
  }
}
