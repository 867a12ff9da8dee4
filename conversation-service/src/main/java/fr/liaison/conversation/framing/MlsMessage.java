package fr.liaison.conversation.framing;

import fr.liaison.contracts.json.Bytes;
import java.util.List;

/**
 * What a delivery service needs of an MLSMessage (RFC 9420 section 6). Ciphertexts, MACs and
 * signatures are walked over, not kept.
 */
public sealed interface MlsMessage {

  /** A signed handshake (or, never here, application) message in the clear. */
  record PublicMessage(Bytes groupId, long epoch, Sender sender, Content content)
      implements MlsMessage {}

  /** An encrypted message; the sender stays hidden in it. */
  record PrivateMessage(Bytes groupId, long epoch, ContentType contentType) implements MlsMessage {}

  /** Secrets for joiners; {@code recipients} are references to their key packages. */
  record Welcome(int cipherSuite, List<Bytes> recipients) implements MlsMessage {}

  /** The public state a joiner starts from. */
  record GroupInfo(int cipherSuite, Bytes groupId, long epoch, long signer) implements MlsMessage {}

  /** A device's invitation to be added. */
  record KeyPackage(int cipherSuite, Bytes initKey, Leaf leaf) implements MlsMessage {}

  /** The fields of a leaf that the server compares with the registered device. */
  record Leaf(Bytes encryptionKey, Bytes signatureKey, LeafSource source) {}

  /** Where a leaf comes from; only one from a key package has a lifetime. */
  sealed interface LeafSource {
    /** Seconds since 1970, unsigned in the protocol and capped at {@link Long#MAX_VALUE}. */
    record FromKeyPackage(long notBefore, long notAfter) implements LeafSource {}

    record FromUpdate() implements LeafSource {}

    record FromCommit() implements LeafSource {}
  }

  /** Who claims to have sent a PublicMessage. */
  sealed interface Sender {
    record Member(long leafIndex) implements Sender {}

    record External(long senderIndex) implements Sender {}

    record NewMemberProposal() implements Sender {}

    record NewMemberCommit() implements Sender {}
  }

  /** RFC 9420 ContentType. */
  enum ContentType {
    APPLICATION,
    PROPOSAL,
    COMMIT
  }

  /** The content of a PublicMessage. */
  sealed interface Content {
    record Application() implements Content {}

    record OneProposal(Proposal proposal) implements Content {}

    /** Proposals by value, how many more by reference, and whether a path is there. */
    record Commit(List<Proposal> proposals, int references, boolean path) implements Content {}
  }

  /** A proposal by value, as far as the roster is concerned. */
  sealed interface Proposal {
    record Add(KeyPackage keyPackage) implements Proposal {}

    record Remove(long leafIndex) implements Proposal {}

    /** Update, pre-shared key, re-init, external init or new extensions: no change of roster. */
    record Other(int type) implements Proposal {}
  }
}
