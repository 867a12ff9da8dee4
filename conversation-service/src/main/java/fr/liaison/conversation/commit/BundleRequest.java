package fr.liaison.conversation.commit;

import fr.liaison.contracts.json.Bytes;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The wire form of a bundle; a Welcome exactly when the commit adds by proposal. */
public record BundleRequest(
    @NotNull Bytes commit, @Nullable Bytes welcome, @NotNull Bytes groupInfo) {
  public Bundle toBundle() {
    return new Bundle(commit, welcome, groupInfo);
  }
}
