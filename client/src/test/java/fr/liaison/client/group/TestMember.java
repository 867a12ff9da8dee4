package fr.liaison.client.group;

import fr.liaison.client.api.Entry;
import fr.liaison.client.api.Entry.EntryKind;
import fr.liaison.client.api.Priority;
import fr.liaison.client.content.Content;
import fr.liaison.client.content.ContentWriter;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.id.ConversationId;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.MessageId;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.SignatureKeyPair;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.Joining;
import fr.liaison.mls.group.Opening;
import fr.liaison.mls.group.OwnKeyPackage;
import fr.liaison.mls.group.PublicGroup;
import fr.liaison.mls.group.Sending;
import fr.liaison.mls.leaf.Credential;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A device in a group of the tests, and the entries the server would make of what it sends. */
public final class TestMember {
  static final ConversationId ID = ConversationId.parse("01938d2e-0000-7000-8000-0000000000c1");
  static final SignatureKeyPair SERVER =
      SignatureKeyPair.generate(CipherSuite.MLS_128_DHKEMX25519_AES128GCM_SHA256_ED25519);
  private static final Bytes SENDERS =
      Wire.json(
          ExternalSender.extension(
                  List.of(
                      new ExternalSender(
                          SERVER.publicKey(),
                          new Credential.Basic(fr.liaison.mls.codec.Bytes.of(new byte[] {1})))))
              .data());

  public final EnrolledDevice enrolled;
  public final GroupDevice device;
  Group group;

  public TestMember(EnrolledDevice enrolled) {
    this.enrolled = enrolled;
    this.device =
        GroupDevice.of(enrolled, SENDERS, InstantSource.fixed(TestAuthority.NOW)).orElseThrow();
    this.group = device.create(ID);
  }

  /** As the directory knows the person. */
  public String nationalId() {
    return device
        .identify(device.keyPackage().keyPackage().leafNode().credential())
        .orElseThrow()
        .nationalId();
  }

  /** The epoch that a GroupInfo is of. */
  public long epochOf(Bytes groupInfo) {
    return seen(groupInfo).epoch();
  }

  /** Everybody in the group of a GroupInfo. */
  public List<String> devicesIn(Bytes groupInfo) {
    return seen(groupInfo).members().values().stream()
        .map(leaf -> device.identify(leaf.credential()).orElseThrow().device().toString())
        .toList();
  }

  private PublicGroup seen(Bytes groupInfo) {
    try {
      MlsMessage.Info info = (MlsMessage.Info) MlsMessage.parse(Wire.mls(groupInfo));
      return ((Opening.Opened)
              PublicGroup.open(info.groupInfo(), Optional.empty(), device.client().validator()))
          .group();
    } catch (Malformed unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  /** Adds the other; its group is this one from then on. */
  void add(TestMember other) throws Malformed {
    OwnKeyPackage own = other.device.keyPackage();
    StoredCommit made = commit(new Proposal.Add(own.keyPackage()));
    group = device.restore(made.next()).orElseThrow();
    MlsMessage.Welcoming welcome =
        (MlsMessage.Welcoming) MlsMessage.parse(Wire.mls(made.bundle().welcome()));
    other.group =
        ((Joining.Joined)
                Group.join(other.device.client(), own, welcome.welcome(), Optional.empty()))
            .group();
  }

  StoredCommit commit(Proposal... proposals) {
    return new MakeCommit(device).of(group, List.of(proposals)).orElseThrow();
  }

  /** A text on its way, with the id in its clear header or another one. */
  Entry says(String text, MessageId header) {
    Content.Text content =
        new Content.Text(
            MessageId.parse("01938d2e-0000-7000-8000-0000000000a1"), "2026-06-01T12:00:00Z", text);
    Sending.Sealed sealed =
        (Sending.Sealed) group.send(Wire.mls(ContentWriter.write(content)), Wire.header(header));
    group = sealed.next();
    return entry(EntryKind.MESSAGE, Wire.json(sealed.message()));
  }

  Entry says(String text) {
    return says(text, MessageId.parse("01938d2e-0000-7000-8000-0000000000a1"));
  }

  Entry entry(EntryKind kind, Bytes payload) {
    return entry(kind, payload, enrolled.id());
  }

  static Entry entry(EntryKind kind, Bytes payload, DeviceId sender) {
    return new Entry(ID, 1, kind, 0, sender, TestAuthority.NOW, Priority.ROUTINE, payload, payload);
  }

  static MessageId otherId() {
    return new MessageId(UUID.randomUUID());
  }

  Followed follows(Entry entry) {
    return new FollowEntry(device).follow(group, Optional.empty(), List.of(), entry);
  }
}
