package fr.liaison.conversation.commit;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.DeviceId;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The wire form of a bundle; the lists may be left out when empty. */
public record BundleRequest(
    @NotNull Bytes commit,
    @Nullable Bytes welcome,
    @NotNull Bytes groupInfo,
    @Nullable List<@NotNull UUID> added,
    @Nullable List<@NotNull UUID> removed) {
  public Bundle toBundle() {
    return new Bundle(
        commit,
        welcome,
        groupInfo,
        added == null ? List.of() : added.stream().map(DeviceId::new).toList(),
        removed == null
            ? Set.of()
            : removed.stream().map(DeviceId::new).collect(Collectors.toUnmodifiableSet()));
  }
}
