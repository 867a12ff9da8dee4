package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.crypto.HpkeKeyPair;
import fr.liaison.mls.crypto.Secret;
import fr.liaison.mls.leaf.LeafNode;
import fr.liaison.mls.message.AuthenticatedContent;
import fr.liaison.mls.message.Commit;
import fr.liaison.mls.message.Content;
import fr.liaison.mls.message.ContentType;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.PrivateMessage;
import fr.liaison.mls.message.Proposal;
import fr.liaison.mls.message.PublicMessage;
import fr.liaison.mls.message.Sender;
import fr.liaison.mls.refusal.Refusal;
import fr.liaison.mls.refusal.Refused;
import fr.liaison.mls.schedule.EpochSecrets;
import fr.liaison.mls.schedule.JoinerSecret;
import fr.liaison.mls.tree.PrivatePath;
import fr.liaison.mls.tree.TreeKem;
import fr.liaison.mls.tree.UpdatePath;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A member's side of receiving (RFC 9420 sections 6, 12.1 and 12.4.2). */
final class Receiver {
  private final Client client;
  private final GroupState state;

  Receiver(Client client, GroupState state) {
    this.client = client;
    this.state = state;
  }

  Received receive(MlsMessage message) throws Refused {
    return switch (message) {
      case MlsMessage.Public(PublicMessage open) -> receive(open);
      case MlsMessage.Private(PrivateMessage sealed) -> receive(sealed);
      case MlsMessage.Welcoming ignored -> throw new Refused(Refusal.SENDER_NOT_ALLOWED);
      case MlsMessage.Info ignored -> throw new Refused(Refusal.SENDER_NOT_ALLOWED);
      case MlsMessage.Keys ignored -> throw new Refused(Refusal.SENDER_NOT_ALLOWED);
    };
  }

  private Received receive(PublicMessage message) throws Refused {
    Framing.requirePlace(state.open(), message.framed().groupId(), message.framed().epoch());
    AuthenticatedContent content = PublicFraming.unwrap(state, message);
    return handshake(state, content);
  }

  private Received receive(PrivateMessage message) throws Refused {
    PastEpoch past = state.past(message.groupId(), message.epoch()).orElse(null);
    if (past != null && message.contentType() == ContentType.APPLICATION) {
      return late(past, message);
    }
    Framing.requirePlace(state.open(), message.groupId(), message.epoch());
    PrivateFraming.Opened opened =
        PrivateFraming.unwrap(
            state.suite(),
            state.keys(),
            state.secrets().senderData(),
            message,
            client.config().limits());
    GroupState next = state.with(opened.keys());
    if (message.contentType() != ContentType.APPLICATION) {
      return handshake(next, opened.content());
    }
    LeafNode sender = TreeKem.requireLeaf(state.open().tree(), opened.sender());
    return application(opened, sender, state.open().context().encoded(), next);
  }

  private Received late(PastEpoch past, PrivateMessage message) throws Refused {
    PrivateFraming.Opened opened =
        PrivateFraming.unwrap(
            state.suite(), past.keys(), past.senderData(), message, client.config().limits());
    LeafNode sender = past.leaves().get((int) opened.sender());
    if (sender == null) {
      throw new Refused(Refusal.UNKNOWN_SENDER);
    }
    List<PastEpoch> all = new ArrayList<>(state.past());
    all.replaceAll(
        one -> one.is(message.groupId(), message.epoch()) ? one.with(opened.keys()) : one);
    return application(opened, sender, past.context().encoded(), state.withPast(all));
  }

  private Received application(
      PrivateFraming.Opened opened, LeafNode sender, Bytes context, GroupState next)
      throws Refused {
    AuthenticatedContent content = opened.content();
    Refused.unless(
        content.isSigned(state.suite(), sender.signatureKey(), context), Refusal.BAD_SIGNATURE);
    if (!(content.framed().content() instanceof Content.Application(Bytes data))) {
      throw new Refused(Refusal.MALFORMED);
    }
    return new Received.Message(
        (int) opened.sender(),
        sender,
        content.framed().epoch(),
        content.framed().authenticatedData(),
        data,
        Group.of(client, next));
  }

  private Received handshake(GroupState current, AuthenticatedContent content) throws Refused {
    return switch (content.framed().content()) {
      case Content.Application ignored -> throw new Refused(Refusal.SENDER_NOT_ALLOWED);
      case Content.Proposed(Proposal proposal) -> {
        HeldProposal held =
            Framing.proposal(
                current.open(),
                content,
                proposal,
                new ProposalRules(
                    current.open().context(), current.open().tree(), client.validator()));
        yield new Received.Proposed(
            held, Group.of(client, current.with(current.open().with(held))));
      }
      case Content.Committed(Commit commit) -> commit(current, content, commit);
    };
  }

  private Received commit(GroupState current, AuthenticatedContent content, Commit commit)
      throws Refused {
    int own = current.privatePath().leaf();
    if (content.framed().sender() instanceof Sender.Member(long leaf) && leaf == own) {
      return new Received.OwnCommit();
    }
    Staged staged = new Staging(current.open(), client.validator()).stage(content, commit);
    CommitEffect effect = staged.effect(current.open());
    if (staged.removes(own)) {
      return new Received.RemovedFromGroup(effect);
    }
    PrivatePath path = ownPath(current, staged);
    Secret commitSecret = Secret.zero(current.suite().hashLength());
    UpdatePath update = staged.path();
    if (update != null) {
      Set<Integer> added = staged.applied().addedLeaves();
      TreeKem.Opened opened =
          TreeKem.open(
              staged.after().tree(),
              staged.committer(),
              update,
              path,
              staged.provisional().encoded(),
              added);
      path = opened.own();
      commitSecret = opened.commitSecret();
    }
    JoinerSecret joiner =
        JoinerSecret.derive(
            current.suite(),
            initSecret(current, commit, staged),
            commitSecret,
            PskInputs.secret(current, client, staged.applied().preSharedKeys()),
            staged.after().context().encoded());
    EpochSecrets secrets = joiner.epoch(staged.after().context().encoded());
    joiner.wipe();
    requireConfirmation(staged, secrets);
    GroupState next =
        GroupState.entering(
            staged.after(),
            secrets,
            path.in(staged.after().tree()),
            current.pastOfNext(client.config().pastEpochs()),
            staged.applied().reInit());
    return new Received.Committed(effect, Group.of(client, next));
  }

  private static void requireConfirmation(Staged staged, EpochSecrets secrets) throws Refused {
    Bytes expected =
        secrets.confirmationTag(
            staged.after().suite(), staged.after().context().confirmedTranscriptHash());
    Refused.unless(
        MessageDigest.isEqual(expected.array(), staged.after().confirmationTag().array()),
        Refusal.BAD_CONFIRMATION_TAG);
  }

  /** Our keys as the proposals leave them: an Update of ours brings the key we kept for it. */
  private static PrivatePath ownPath(GroupState current, Staged staged) throws Refused {
    PrivatePath path = current.privatePath();
    LeafNode updated = staged.applied().updated().get(path.leaf());
    if (updated != null) {
      HpkeKeyPair pair =
          current.ownUpdates().stream()
              .filter(one -> one.publicKey().equals(updated.encryptionKey()))
              .findFirst()
              .orElseThrow(() -> new Refused(Refusal.UNKNOWN_PROPOSAL));
      path = path.withLeafKey(pair);
    }
    return path.in(staged.after().tree());
  }

  private static Secret initSecret(GroupState current, Commit commit, Staged staged)
      throws Refused {
    if (!staged.external()) {
      return current.secrets().init();
    }
    Bytes kemOutput =
        commit.proposals().stream()
            .map(
                one ->
                    one instanceof fr.liaison.mls.message.ProposalOrRef.Inline(Proposal proposal)
                            && proposal instanceof Proposal.ExternalInit(Bytes output)
                        ? output
                        : null)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(() -> new Refused(Refusal.INVALID_PROPOSAL));
    return current
        .suite()
        .externalInit(current.secrets().externalKeyPair(current.suite()), kemOutput);
  }
}
