package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.codec.TlsReader;
import fr.liaison.mls.codec.TlsWriter;
import fr.liaison.mls.crypto.CipherSuite;
import fr.liaison.mls.crypto.Signer;
import fr.liaison.mls.leaf.CredentialValidator;
import fr.liaison.mls.leaf.ExtensionType;
import fr.liaison.mls.leaf.ExternalSender;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.FramedContent;
import fr.liaison.mls.message.GroupContext;
import fr.liaison.mls.message.GroupInfo;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.message.WireFormat;
import fr.liaison.mls.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A group as somebody without secrets can follow it: a delivery service. Checks every public rule
 * of RFC 9420; only membership and confirmation tags stay for the members, so a commit accepted
 * here must come with a GroupInfo that {@link #check} accepts. Immutable and thread-safe.
 */
public final class PublicGroup {
  private static final int VERSION = 1;

  private final PublicState state;
  private final CredentialValidator validator;

  private PublicGroup(PublicState state, CredentialValidator validator) {
    this.state = state;
    this.validator = validator;
  }

  /** A group as a member describes it; every leaf is checked, and there may not be too many. */
  public static Opening open(
      GroupInfo info, Optional<Bytes> treeBeside, CredentialValidator validator) {
    try {
      return new Opening.Opened(
          new PublicGroup(
              GroupInfoCheck.believe(
                  info, treeBeside, validator, GroupConfig.DEFAULT.mostMembers()),
              validator));
    } catch (fr.liaison.mls.refusal.Refused e) {
      return new Opening.Refused(e.refusal());
    }
  }

  /** Reads what {@link #serialized} gave; nothing is checked again. */
  public static PublicGroup restore(Bytes serialized, CredentialValidator validator)
      throws Malformed {
    return TlsReader.whole(
        serialized,
        in -> {
          if (in.uint8() != VERSION) {
            throw in.fault(Malformed.Fault.STATE_FORMAT, 1);
          }
          return new PublicGroup(PublicState.read(in), validator);
        });
  }

  public Bytes serialized() {
    return new TlsWriter().uint8(VERSION).value(state).bytes();
  }

  /** A commit or a proposal. Application data and anything encrypted is refused as not allowed. */
  public Following follow(PublicMessage message) {
    try {
      AuthenticatedContent content = message.authenticated();
      FramedContent framed = content.framed();
      Framing.requirePlace(state, framed.groupId(), framed.epoch());
      return switch (framed.content()) {
        case Content.Committed committed -> {
          Staged staged = new Staging(state, validator).stage(content, committed.commit());
          yield new Following.Advanced(
              new PublicGroup(staged.after(), validator), staged.effect(state));
        }
        case Content.Proposed proposed -> {
          HeldProposal held =
              Framing.proposal(
                  state,
                  content,
                  proposed.proposal(),
                  new ProposalRules(state.context(), state.tree(), validator));
          yield new Following.Proposed(new PublicGroup(state.with(held), validator), held);
        }
        case Content.Application ignored -> new Following.Refused(Refusal.SENDER_NOT_ALLOWED);
      };
    } catch (fr.liaison.mls.refusal.Refused e) {
      return new Following.Refused(e.refusal());
    }
  }

  /**
   * Whether a GroupInfo describes exactly this epoch and lets newcomers join it: same context, tag
   * and tree, an external key, signed by the member it names. Empty when it does.
   */
  public Optional<Refusal> check(GroupInfo info) {
    LeafNode signer = state.tree().leaf(info.signer());
    boolean same =
        info.context().equals(state.context())
            && info.confirmationTag().equals(state.confirmationTag())
            && info.extensions().hasNoDuplicates()
            && hasExternalKey(info)
            && info.extensions()
                .find(ExtensionType.RATCHET_TREE)
                .map(state.tree().encoded()::equals)
                .orElse(true);
    if (!same || signer == null) {
      return Optional.of(Refusal.GROUP_INFO_MISMATCH);
    }
    return info.isSigned(state.suite(), signer.signatureKey())
        ? Optional.empty()
        : Optional.of(Refusal.BAD_SIGNATURE);
  }

  /** A key nobody could use would lock out whoever has to come back by it. */
  private boolean hasExternalKey(GroupInfo info) {
    try {
      return info.extensions()
          .find(ExtensionType.EXTERNAL_PUB, TlsReader::opaque)
          .map(state.suite()::isEncryptionKey)
          .orElse(false);
    } catch (fr.liaison.mls.refusal.Refused e) {
      return false;
    }
  }

  /**
   * A proposal of one of the group's external senders for this epoch (section 12.1.8), as an
   * MLSMessage. Throws {@link IllegalArgumentException} when the group does not list the key.
   */
  public Bytes propose(Signer signer, Proposal proposal) {
    int index =
        externalSender(signer.publicKey())
            .orElseThrow(
                () -> new IllegalArgumentException("not an external sender of this group"));
    FramedContent framed =
        new FramedContent(
            state.context().groupId(),
            state.context().epoch(),
            new Sender.External(index),
            Bytes.EMPTY,
            new Content.Proposed(proposal));
    AuthenticatedContent signed =
        AuthenticatedContent.signed(
            state.suite(), signer, WireFormat.PUBLIC_MESSAGE, framed, state.context().encoded());
    return new MlsMessage.Public(PublicMessage.of(signed, null)).encoded();
  }

  /** Under which number the group lists this key among its external senders. */
  public OptionalInt externalSender(Bytes signatureKey) {
    try {
      List<ExternalSender> senders = ExternalSender.in(state.context().extensions());
      return IntStream.range(0, senders.size())
          .filter(i -> senders.get(i).signatureKey().equals(signatureKey))
          .findFirst();
    } catch (fr.liaison.mls.refusal.Refused e) {
      return OptionalInt.empty();
    }
  }

  public Bytes groupId() {
    return state.context().groupId();
  }

  public long epoch() {
    return state.context().epoch();
  }

  public CipherSuite suite() {
    return state.suite();
  }

  public GroupContext context() {
    return state.context();
  }

  /** All members by leaf number. */
  public Map<Integer, LeafNode> members() {
    Map<Integer, LeafNode> members = new TreeMap<>();
    state
        .tree()
        .leaves()
        .forEach(leaf -> members.put(leaf, Objects.requireNonNull(state.tree().leaf(leaf))));
    return members;
  }

  /** Null when the leaf is blank or there is none of this number. */
  public @Nullable LeafNode member(long leaf) {
    return state.tree().leaf(leaf);
  }

  /** Proposals that wait for a commit. */
  public List<HeldProposal> proposals() {
    return state.proposals();
  }

  /** The tree as the ratchet_tree extension holds it, for those who join without one. */
  public Bytes tree() {
    return state.tree().encoded();
  }
}
