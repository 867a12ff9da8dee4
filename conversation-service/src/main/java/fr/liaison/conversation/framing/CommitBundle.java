package fr.liaison.conversation.framing;

import fr.liaison.contracts.json.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * A commit, the Welcome for the devices it adds (when it adds any), the GroupInfo of the epoch it
 * opens, and the change of roster its sender declares.
 *
 * @param addedKeys the registered signature keys of the devices declared as added
 * @param removals how many devices are declared as removed
 */
public record CommitBundle(
    Bytes commit, Optional<Bytes> welcome, Bytes groupInfo, List<Bytes> addedKeys, int removals) {}
