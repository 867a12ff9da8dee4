package fr.liaison.client.api;

import fr.liaison.contracts.json.Bytes;
import org.jspecify.annotations.Nullable;

/** A commit with all that becomes true with it. The same bytes again get the first answer again. */
public record CommitBundle(Bytes commit, @Nullable Bytes welcome, Bytes groupInfo) {}
