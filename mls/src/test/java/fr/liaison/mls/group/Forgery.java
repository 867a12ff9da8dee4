package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.Signer;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.Commit;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.ProposalOrRef;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.message.WireFormat;
import fr.liaison.mls.tree.UpdatePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a hostile client can sign that no honest one would. Tags are made up where needed. */
record Forgery(GroupContext context, Signer signer, Sender sender) {
  private static final Bytes TAG = Bytes.wrap(new byte[32]);

  PublicMessage proposal(Proposal proposal) {
    return message(new Content.Proposed(proposal));
  }

  PublicMessage commit(@Nullable UpdatePath path, Proposal... proposals) {
    return commit(
        new Commit(
            List.of(proposals).stream().<ProposalOrRef>map(ProposalOrRef.Inline::new).toList(),
            path));
  }

  PublicMessage commit(Commit commit) {
    return message(new Content.Committed(commit));
  }

  PublicMessage message(Content content) {
    FramedContent framed =
        new FramedContent(context.groupId(), context.epoch(), sender, Bytes.EMPTY, content);
    AuthenticatedContent signed =
        AuthenticatedContent.signed(
            Scene.SUITE, signer, WireFormat.PUBLIC_MESSAGE, framed, context.encoded());
    if (content instanceof Content.Committed) {
      signed = signed.confirmed(TAG);
    }
    return PublicMessage.of(signed, sender instanceof Sender.Member ? TAG : null);
  }

  Forgery in(GroupContext other) {
    return new Forgery(other, signer, sender);
  }

  Forgery as(Sender other) {
    return new Forgery(context, signer, other);
  }

  /** The same commit with other parts, signed anew. */
  static PublicMessage resigned(
      PublicMessage message, GroupContext context, Signer signer, Commit commit) {
    return new Forgery(context, signer, message.framed().sender()).commit(commit);
  }

  static Commit commitOf(Bytes message) {
    return ((Content.Committed) Scene.publicMessage(message).framed().content()).commit();
  }
}
