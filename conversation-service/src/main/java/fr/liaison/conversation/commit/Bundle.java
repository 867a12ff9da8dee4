package fr.liaison.conversation.commit;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.log.Sha256;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A commit with everything that must become true together with it. */
public record Bundle(Bytes commit, @Nullable Bytes welcomeOrNull, Bytes groupInfo) {
  public Optional<Bytes> welcome() {
    return Optional.ofNullable(welcomeOrNull);
  }

  int largestPart() {
    int welcomeLength = welcome().map(Bytes::length).orElse(0);
    return Math.max(commit.length(), Math.max(welcomeLength, groupInfo.length()));
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
