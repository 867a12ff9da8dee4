package fr.liaison.acceptance.mls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/**
 * One client of a {@link TsPeer}: a signature key and its place in any number of groups. A group is
 * named by its group id. Commits stay pending until accepted or dropped. Every method throws {@link
 * TsRefusal} when the library refuses.
 */
public final class TsClient {
  private final TsPeer peer;
  private final String name;
  private final byte[] signatureKey;

  TsClient(TsPeer peer, String name, byte[] signatureKey) {
    this.peer = peer;
    this.name = name;
    this.signatureKey = signatureKey;
  }

  public byte[] signatureKey() {
    return signatureKey.clone();
  }

  /** A new key package as MLSMessage; the private half waits for {@link #join}. */
  public byte[] keyPackage() {
    return Base64Url.bytes(ask("keyPackage", fields()), "keyPackage");
  }

  public void create(byte[] group, List<ExternalSender> senders) {
    ObjectNode fields = of(group);
    ArrayNode array = fields.putArray("externalSenders");
    for (ExternalSender sender : senders) {
      ObjectNode one = Base64Url.put(array.addObject(), "key", sender.signatureKey());
      Base64Url.put(one, "identity", sender.identity());
    }
    ask("create", fields);
  }

  public Committed commit(byte[] group, Change change) {
    return Committed.of(ask("commit", change.fields().setAll(of(group))));
  }

  /** The pending commit became the epoch. */
  public void accept(byte[] group) {
    ask("accept", of(group));
  }

  /** Another commit became the epoch. */
  public void drop(byte[] group) {
    ask("drop", of(group));
  }

  /** The proposal as MLSMessage, as PrivateMessage if {@code inPrivate}. */
  public byte[] propose(byte[] group, Proposal proposal, boolean inPrivate) {
    ObjectNode fields = proposal.fields().setAll(of(group));
    return Base64Url.bytes(ask("propose", fields.put("private", inPrivate)), "message");
  }

  /** Joins by a Welcome with its tree inside; answers the group id. */
  public byte[] join(byte[] welcome) {
    return Base64Url.bytes(ask("join", Base64Url.put(fields(), "welcome", welcome)), "group");
  }

  public byte[] join(byte[] welcome, byte[] tree) {
    ObjectNode fields = Base64Url.put(fields(), "welcome", welcome);
    return Base64Url.bytes(ask("join", Base64Url.put(fields, "tree", tree)), "group");
  }

  /** A commit from outside, pending as any; {@code resync} removes our former leaf with it. */
  public Committed joinExternal(byte[] groupInfo, boolean resync) {
    ObjectNode fields = Base64Url.put(fields(), "groupInfo", groupInfo).put("resync", resync);
    return Committed.of(ask("joinExternal", fields));
  }

  public Processed process(byte[] group, byte[] message) {
    return Processed.of(ask("process", Base64Url.put(of(group), "message", message)));
  }

  public byte[] encrypt(byte[] group, byte[] data, byte[] aad) {
    ObjectNode fields = Base64Url.put(Base64Url.put(of(group), "data", data), "aad", aad);
    return Base64Url.bytes(ask("encrypt", fields), "message");
  }

  /** Makes an external PSK known, for all groups. */
  public void psk(byte[] id, byte[] secret) {
    ask("psk", Base64Url.put(Base64Url.put(fields(), "psk", id), "secret", secret));
  }

  public State state(byte[] group) {
    return State.of(ask("state", of(group)));
  }

  /** MLS-Exporter. */
  public byte[] export(byte[] group, String label, byte[] context, int length) {
    ObjectNode fields = Base64Url.put(of(group), "context", context);
    JsonNode answer = ask("export", fields.put("label", label).put("length", length));
    return Base64Url.bytes(answer, "secret");
  }

  /** Signed by this client, with tree and external key. */
  public byte[] groupInfo(byte[] group) {
    return Base64Url.bytes(ask("groupInfo", of(group)), "groupInfo");
  }

  public byte[] tree(byte[] group) {
    return Base64Url.bytes(ask("tree", of(group)), "tree");
  }

  private JsonNode ask(String operation, ObjectNode fields) {
    return peer.ask(operation, name, fields);
  }

  private static ObjectNode fields() {
    return TsPeer.JSON.createObjectNode();
  }

  private static ObjectNode of(byte[] group) {
    return Base64Url.put(fields(), "group", group);
  }

  /** Who may propose from outside the group. */
  public record ExternalSender(byte[] signatureKey, byte[] identity) {}

  /** A commit not yet accepted; the group info is of the epoch it would begin. */
  public record Committed(byte[] commit, Optional<byte[]> welcome, byte[] groupInfo) {
    static Committed of(JsonNode answer) {
      return new Committed(
          Base64Url.bytes(answer, "commit"),
          Base64Url.optional(answer, "welcome"),
          Base64Url.bytes(answer, "groupInfo"));
    }
  }

  /** What a message was. The sender is absent when it is no member; data when there is none. */
  public record Processed(Kind kind, OptionalInt sender, byte[] aad, Optional<byte[]> data) {
    static Processed of(JsonNode answer) {
      JsonNode sender = answer.path("sender");
      return new Processed(
          Kind.valueOf(answer.path("kind").asText().toUpperCase(Locale.ROOT)),
          sender.isInt() ? OptionalInt.of(sender.asInt()) : OptionalInt.empty(),
          Base64Url.bytes(answer, "aad"),
          Base64Url.optional(answer, "data"));
    }
  }

  /** {@code REMOVED} is a commit after which this client is no member; it forgot the group. */
  public enum Kind {
    APPLICATION,
    PROPOSAL,
    COMMIT,
    REMOVED
  }

  /** The epoch as this client has it. */
  public record State(
      long epoch, byte[] authenticator, int leaf, byte[] treeHash, List<Member> members) {
    static State of(JsonNode answer) {
      return new State(
          answer.path("epoch").asLong(),
          Base64Url.bytes(answer, "authenticator"),
          answer.path("leafIndex").asInt(),
          Base64Url.bytes(answer, "treeHash"),
          StreamSupport.stream(answer.path("members").spliterator(), false)
              .map(
                  member ->
                      new Member(member.path("leaf").asInt(), Base64Url.bytes(member, "identity")))
              .toList());
    }
  }

  /** An occupied leaf; the identity of an X.509 credential is its end certificate. */
  public record Member(int leaf, byte[] identity) {}
}
