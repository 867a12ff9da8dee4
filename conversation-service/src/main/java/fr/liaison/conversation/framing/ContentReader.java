package fr.liaison.conversation.framing;

import fr.liaison.conversation.framing.MlsMessage.Content;
import fr.liaison.conversation.framing.MlsMessage.Proposal;
import java.util.ArrayList;
import java.util.List;

/** Reads the proposals and commits that a PublicMessage carries (RFC 9420 section 12). */
final class ContentReader {
  private static final int MOST_PROPOSALS = 2048;
  private static final int MOST_PATH_NODES = 64;
  private static final int MOST_PATH_SECRETS = 4096;

  private final ByteCursor in;
  private final LeafReader leaves;

  ContentReader(ByteCursor in, LeafReader leaves) {
    this.in = in;
    this.leaves = leaves;
  }

  Content.Commit commit() {
    List<Proposal> proposals = new ArrayList<>();
    int[] references = {0};
    in.vector(
        MOST_PROPOSALS,
        () -> {
          int start = in.position();
          switch (in.uint8()) {
            case 1 -> proposals.add(proposal());
            case 2 -> {
              in.skipOpaque();
              references[0]++;
            }
            default -> in.fail(start, Fault.PROPOSAL_TYPE);
          }
        });
    return new Content.Commit(List.copyOf(proposals), references[0], path());
  }

  Proposal proposal() {
    int start = in.position();
    int type = in.uint16();
    switch (type) {
      case 1 -> {
        return new Proposal.Add(leaves.keyPackage());
      }
      case 2 -> leaves.leaf();
      case 3 -> {
        return new Proposal.Remove(in.uint32());
      }
      case 4 -> preSharedKey();
      case 5 -> reInit();
      case 6 -> in.skipOpaque(); // external init: KEM output
      case 7 -> leaves.extensions();
      default -> in.fail(start, Fault.PROPOSAL_TYPE);
    }
    return new Proposal.Other(type);
  }

  private void preSharedKey() {
    int start = in.position();
    switch (in.uint8()) {
      case 1 -> in.skipOpaque();
      case 2 -> {
        in.uint8();
        in.skipOpaque();
        in.uint63();
      }
      default -> in.fail(start, Fault.PROPOSAL_TYPE);
    }
    in.skipOpaque(); // nonce
  }

  private void reInit() {
    in.skipOpaque();
    leaves.version();
    in.uint16();
    leaves.extensions();
  }

  private boolean path() {
    int start = in.position();
    int flag = in.uint8();
    if (flag > 1) {
      in.fail(start, Fault.OPTIONAL_FLAG);
    }
    if (flag != 1) {
      return false;
    }
    leaves.leaf();
    in.vector(
        MOST_PATH_NODES,
        () -> {
          in.skipOpaque();
          in.vector(
              MOST_PATH_SECRETS,
              () -> {
                in.skipOpaque();
                in.skipOpaque();
              });
        });
    return true;
  }
}
