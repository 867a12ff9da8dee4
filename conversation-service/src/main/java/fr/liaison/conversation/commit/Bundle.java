package fr.liaison.conversation.commit;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.group.ReadBundle;
import fr.liaison.conversation.log.Sha256;
import fr.liaison.conversation.roster.ConversationId;
import fr.liaison.conversation.roster.DeviceId;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A commit with everything that must become true together with it. */
public record Bundle(Bytes commit, @Nullable Bytes welcomeOrNull, Bytes groupInfo) {
  public Optional<Bytes> welcome() {
    return Optional.ofNullable(welcomeOrNull);
  }

  public int largestPart() {
    int welcomeLength = welcome().map(Bytes::length).orElse(0);
    return Math.max(commit.length(), Math.max(welcomeLength, groupInfo.length()));
  }

  /** The devices that the commit names; none when it cannot be read, as is answered later. */
  public Set<DeviceId> namedDevices(ConversationId conversation) {
    return ReadBundle.read(conversation, commit, welcome(), groupInfo)
            instanceof ReadBundle.Reading.Read(ReadBundle bundle)
        ? bundle.namedDevices()
        : Set.of();
  }

  /** Over every part with its length, so that no two bundles look alike. */
  Bytes sha256() {
    byte[] welcomed = welcome().map(Bytes::toArray).orElse(new byte[0]);
    ByteBuffer parts =
        ByteBuffer.allocate(
            3 * Integer.BYTES + commit.length() + welcomed.length + groupInfo.length());
    parts.putInt(commit.length()).put(commit.toArray());
    parts.putInt(welcomeOrNull == null ? -1 : welcomed.length).put(welcomed);
    parts.putInt(groupInfo.length()).put(groupInfo.toArray());
    return Sha256.of(Bytes.of(parts.array()));
  }
}
