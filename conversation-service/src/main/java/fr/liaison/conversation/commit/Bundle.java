package fr.liaison.conversation.commit;

import fr.liaison.contracts.json.Bytes;
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
}
