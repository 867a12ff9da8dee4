package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;

/** PublicMessage between members (RFC 9420 section 6.2). */
final class PublicFraming {
  private PublicFraming() {}

  static Bytes wrap(GroupState state, AuthenticatedContent content) {
    Bytes tag =
        content.membershipTag(
            state.suite(), state.secrets().membership(), state.open().context().encoded());
    return new MlsMessage.Public(PublicMessage.of(content, tag)).encoded();
  }

  /** The content, when a member's tag proves that it comes from inside this epoch. */
  static AuthenticatedContent unwrap(GroupState state, PublicMessage message) throws Refused {
    AuthenticatedContent content = message.authenticated();
    Bytes tag = message.membershipTag();
    if (message.framed().sender() instanceof Sender.Member) {
      Refused.unless(
          tag != null
              && content.hasMembershipTag(
                  state.suite(),
                  state.secrets().membership(),
                  state.open().context().encoded(),
                  tag),
          Refusal.BAD_MEMBERSHIP_TAG);
    }
    return content;
  }
}
