package fr.liaison.conversation.commit;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.DeviceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A commit with everything that must become true together with it. */
public record Bundle(
    Bytes commit,
    @Nullable Bytes welcomeOrNull,
    Bytes groupInfo,
    List<DeviceId> added,
    Set<DeviceId> removed) {
  public Bundle {
    added = List.copyOf(added);
    removed = Set.copyOf(removed);
  }

  public Optional<Bytes> welcome() {
    return Optional.ofNullable(welcomeOrNull);
  }

  int largestPart() {
    int welcomeLength = welcome().map(Bytes::length).orElse(0);
    return Math.max(commit.length(), Math.max(welcomeLength, groupInfo.length()));
  }
}
