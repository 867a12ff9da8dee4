package fr.liaison.conversation.framing;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.framing.MlsMessage.Content;
import fr.liaison.conversation.framing.MlsMessage.ContentType;
import fr.liaison.conversation.framing.MlsMessage.GroupInfo;
import fr.liaison.conversation.framing.MlsMessage.PrivateMessage;
import fr.liaison.conversation.framing.MlsMessage.Proposal;
import fr.liaison.conversation.framing.MlsMessage.PublicMessage;
import fr.liaison.conversation.framing.MlsMessage.Sender;
import fr.liaison.conversation.framing.MlsMessage.Welcome;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks framing, group id, suite, and that the commit's proposals are the declared change of
 * roster: as many removals, and added leaves that carry exactly the registered keys. It does not
 * follow the ratchet tree, so signatures and the sender's leaf are not verified here.
 */
@Singleton
public final class FramingTracker implements GroupTracker {
  /** MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519, the only suite in use. */
  public static final int SUITE = 1;

  private static final String COMMIT = "commit";
  private static final String WELCOME = "welcome";
  private static final String GROUP_INFO = "groupInfo";

  @Override
  public Verdict opening(Bytes groupId, Bytes groupInfo) {
    return groupInfo(groupId, 0, groupInfo);
  }

  @Override
  public Verdict commit(Bytes groupId, CommitBundle bundle) {
    return switch (MlsReader.read(bundle.commit())) {
      case Framing.Malformed malformed -> unfit(COMMIT, malformed);
      case Framing.Read(PublicMessage message) -> commit(groupId, message, bundle);
      case Framing.Read ignored -> unfit(COMMIT, Fault.WIRE_FORMAT);
    };
  }

  @Override
  public Verdict message(Bytes groupId, Bytes message) {
    return switch (MlsReader.read(message)) {
      case Framing.Malformed malformed -> unfit("message", malformed);
      case Framing.Read(PrivateMessage(Bytes group, long epoch, ContentType type)) -> {
        if (type != ContentType.APPLICATION) {
          yield unfit("message", Fault.CONTENT_TYPE);
        }
        yield group.equals(groupId) ? new Verdict.Fits(epoch) : unfit("message", Fault.GROUP_ID);
      }
      case Framing.Read ignored -> unfit("message", Fault.WIRE_FORMAT);
    };
  }

  private static Verdict commit(Bytes groupId, PublicMessage message, CommitBundle bundle) {
    if (!message.groupId().equals(groupId)) {
      return unfit(COMMIT, Fault.GROUP_ID);
    }
    if (!(message.sender() instanceof Sender.Member)) {
      return unfit(COMMIT, Fault.SENDER_TYPE);
    }
    if (!(message.content() instanceof Content.Commit commit)) {
      return unfit(COMMIT, Fault.CONTENT_TYPE);
    }
    if (!commit.path()) {
      return unfit(COMMIT, Fault.PATH_MISSING);
    }
    if (commit.references() > 0) {
      return unfit(COMMIT, Fault.UNKNOWN_REFERENCE);
    }
    if (!rosterMatches(commit.proposals(), bundle)) {
      return unfit(COMMIT, Fault.ROSTER);
    }
    if (welcome(bundle) instanceof Verdict.Unfit unfit) {
      return unfit;
    }
    if (groupInfo(groupId, message.epoch() + 1, bundle.groupInfo())
        instanceof Verdict.Unfit unfit) {
      return unfit;
    }
    return new Verdict.Fits(message.epoch());
  }

  private static boolean rosterMatches(List<Proposal> proposals, CommitBundle bundle) {
    List<Bytes> awaited = new ArrayList<>(bundle.addedKeys());
    int removals = 0;
    for (Proposal proposal : proposals) {
      switch (proposal) {
        case Proposal.Add(var keyPackage) -> {
          if (!awaited.remove(keyPackage.leaf().signatureKey())) {
            return false;
          }
        }
        case Proposal.Remove ignored -> removals++;
        case Proposal.Other ignored -> {}
      }
    }
    return awaited.isEmpty() && removals == bundle.removals();
  }

  private static Verdict welcome(CommitBundle bundle) {
    if (bundle.welcome().isEmpty()) {
      return bundle.addedKeys().isEmpty() ? new Verdict.Fits(0) : unfit(WELCOME, Fault.EMPTY);
    }
    return switch (MlsReader.read(bundle.welcome().get())) {
      case Framing.Malformed malformed -> unfit(WELCOME, malformed);
      case Framing.Read(Welcome(int suite, List<Bytes> recipients)) -> {
        if (suite != SUITE) {
          yield unfit(WELCOME, Fault.CIPHER_SUITE);
        }
        yield recipients.size() == bundle.addedKeys().size() && !recipients.isEmpty()
            ? new Verdict.Fits(0)
            : unfit(WELCOME, Fault.ROSTER);
      }
      case Framing.Read ignored -> unfit(WELCOME, Fault.WIRE_FORMAT);
    };
  }

  private static Verdict groupInfo(Bytes groupId, long epoch, Bytes bytes) {
    return switch (MlsReader.read(bytes)) {
      case Framing.Malformed malformed -> unfit(GROUP_INFO, malformed);
      case Framing.Read(GroupInfo info) -> {
        if (info.cipherSuite() != SUITE) {
          yield unfit(GROUP_INFO, Fault.CIPHER_SUITE);
        }
        if (!info.groupId().equals(groupId)) {
          yield unfit(GROUP_INFO, Fault.GROUP_ID);
        }
        yield info.epoch() == epoch ? new Verdict.Fits(epoch) : unfit(GROUP_INFO, Fault.EPOCH);
      }
      case Framing.Read ignored -> unfit(GROUP_INFO, Fault.WIRE_FORMAT);
    };
  }

  private static Verdict.Unfit unfit(String field, Framing.Malformed malformed) {
    return new Verdict.Unfit(field, malformed.offset(), malformed.fault());
  }

  private static Verdict.Unfit unfit(String field, Fault fault) {
    return new Verdict.Unfit(field, 0, fault);
  }
}
