package fr.liaison.mls.group;

import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.Proposal;
import java.util.Optional;

/**
 * An epoch of a group whose resumption secret can be used elsewhere (RFC 9420 sections 8.6, 11.2
 * and 11.3).
 *
 * @param reInit how the group was replaced, when this epoch was its last
 */
public record Predecessor(
    GroupContext context, Secret resumption, Optional<Proposal.ReInit> reInit) {}
