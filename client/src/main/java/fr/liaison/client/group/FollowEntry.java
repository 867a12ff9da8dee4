package fr.liaison.client.group;

import fr.liaison.client.api.Entry;
import fr.liaison.client.content.ContentReader;
import fr.liaison.client.content.Decoded;
import fr.liaison.client.group.Followed.Advanced;
import fr.liaison.client.group.Followed.Lost;
import fr.liaison.client.group.Followed.Reason;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.store.Outbox;
import fr.liaison.client.store.StoredMessage;
import fr.liaison.client.store.StoredMessage.Author;
import fr.liaison.client.store.StoredMessage.Gap;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.Received;
import fr.liaison.mls.leaf.CertifiedDevice;
import fr.liaison.mls.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Applies the entry after the cursor to a group. A message that does not open becomes a gap; a
 * commit or proposal that cannot be applied, or an own entry nobody here remembers, loses the
 * group. Never throws on what an entry contains.
 */
public final class FollowEntry {
  private final GroupDevice device;

  public FollowEntry(GroupDevice device) {
    this.device = device;
  }

  /**
   * The rule.
   *
   * @param pending the own commit whose fate is open
   * @param waiting own messages whose fate is open
   */
  public Followed follow(
      Group group, Optional<StoredCommit> pending, List<Outbox.Waiting> waiting, Entry entry) {
    boolean own = entry.senderDeviceId().equals(device.enrolled().id());
    return switch (entry.kind()) {
      case MESSAGE -> own ? ownMessage(group, waiting, entry) : message(group, entry);
      case COMMIT -> own ? ownCommit(pending, entry) : commit(group, entry);
      case PROPOSAL ->
          group.receive(Wire.mls(entry.payload())) instanceof Received.Proposed proposed
              ? Advanced.to(proposed.next())
              : new Lost(Reason.CANNOT_FOLLOW);
    };
  }

  /** What we sent cannot be decrypted: it is known by its bytes. */
  private Followed ownMessage(Group group, List<Outbox.Waiting> waiting, Entry entry) {
    Bytes digest = Wire.sha256(entry.payload());
    for (Outbox.Waiting one : waiting) {
      var encrypted = one.message().encrypted();
      if (encrypted != null && encrypted.sha256().equals(digest)) {
        StoredMessage sent = sent(entry.sequence(), entry.acceptedAt(), one);
        return new Advanced(group, Optional.of(sent), Optional.of(one.key()), false);
      }
    }
    return new Lost(Reason.OLDER_COPY);
  }

  /** A message of ours that the server accepted, as it is stored. */
  public StoredMessage sent(long sequence, Instant acceptedAt, Outbox.Waiting waiting) {
    DeviceId self = device.enrolled().id();
    return new StoredMessage(sequence, self, acceptedAt, waiting.message().content(), null, null);
  }

  private Followed message(Group group, Entry entry) {
    return switch (group.receive(Wire.mls(entry.payload()))) {
      case Received.Message message -> read(message, entry);
      case Received.Refused(Refusal refusal) when refusal == Refusal.FUTURE_EPOCH ->
          new Lost(Reason.CANNOT_FOLLOW);
      case Received.Refused refused -> Advanced.with(group, gap(entry));
      case Received.Proposed proposed -> Advanced.with(group, gap(entry));
      case Received.Committed committed -> new Lost(Reason.CANNOT_FOLLOW);
      case Received.OwnCommit own -> new Lost(Reason.CANNOT_FOLLOW);
      case Received.RemovedFromGroup removed -> new Lost(Reason.CANNOT_FOLLOW);
    };
  }

  /** The clear header must be the one that was signed, and the author one that is certified. */
  private Followed read(Received.Message message, Entry entry) {
    Bytes plaintext = Wire.json(message.data());
    Optional<CertifiedDevice> sender = device.identify(message.sender().credential());
    boolean sound =
        !(ContentReader.read(plaintext) instanceof Decoded.Known(var content))
            || message.authenticatedData().equals(Wire.header(content.id()));
    if (!sound || sender.isEmpty()) {
      return Advanced.with(message.next(), gap(entry));
    }
    CertifiedDevice certified = sender.get();
    return Advanced.with(
        message.next(),
        new StoredMessage(
            entry.sequence(),
            new DeviceId(certified.device()),
            entry.acceptedAt(),
            plaintext,
            new Author(certified.nationalId(), certified.name()),
            null));
  }

  private Followed ownCommit(Optional<StoredCommit> pending, Entry entry) {
    if (pending.isEmpty() || !pending.get().sha256().equals(Wire.sha256(entry.payload()))) {
      return new Lost(Reason.OLDER_COPY);
    }
    Optional<Group> next = device.restore(pending.get().next());
    return next.isPresent() ? Advanced.byCommit(next.get()) : new Lost(Reason.STATE_DAMAGED);
  }

  private static Followed commit(Group group, Entry entry) {
    return switch (group.receive(Wire.mls(entry.payload()))) {
      case Received.Committed committed -> Advanced.byCommit(committed.next());
      case Received.RemovedFromGroup removed -> new Followed.Removed();
      case Received.OwnCommit own -> new Lost(Reason.OLDER_COPY);
      case Received.Message message -> new Lost(Reason.CANNOT_FOLLOW);
      case Received.Proposed proposed -> new Lost(Reason.CANNOT_FOLLOW);
      case Received.Refused refused -> new Lost(Reason.CANNOT_FOLLOW);
    };
  }

  private static StoredMessage gap(Entry entry) {
    return StoredMessage.missing(
        entry.sequence(), entry.senderDeviceId(), entry.acceptedAt(), Gap.UNDECRYPTABLE);
  }
}
