package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.message.Proposal;
import java.util.List;

/**
 * What to commit, and how to wrap it.
 *
 * @param proposals our own, carried inside the commit
 * @param held whether to commit the proposals others sent, as far as they can stand together
 * @param path whether to refresh our keys even where the RFC allows to go without
 * @param encrypted PrivateMessage instead of PublicMessage
 * @param treeInside whether Welcome and GroupInfo carry the tree
 * @param authenticatedData sent in the clear, covered by the signature
 */
public record CommitRequest(
    List<Proposal> proposals,
    boolean held,
    boolean path,
    boolean encrypted,
    boolean treeInside,
    Bytes authenticatedData) {
  public CommitRequest {
    proposals = List.copyOf(proposals);
  }

  /** The profile of Liaison: public, with path, tree inside, and everything that was proposed. */
  public static CommitRequest of(Proposal... proposals) {
    return of(List.of(proposals));
  }

  /** The same for a list. */
  public static CommitRequest of(List<Proposal> proposals) {
    return new CommitRequest(proposals, true, true, false, true, Bytes.EMPTY);
  }

  public CommitRequest withoutHeld() {
    return new CommitRequest(proposals, false, path, encrypted, treeInside, authenticatedData);
  }

  public CommitRequest withoutForcedPath() {
    return new CommitRequest(proposals, held, false, encrypted, treeInside, authenticatedData);
  }

  public CommitRequest asPrivateMessage() {
    return new CommitRequest(proposals, held, path, true, treeInside, authenticatedData);
  }

  public CommitRequest withoutTree() {
    return new CommitRequest(proposals, held, path, encrypted, false, authenticatedData);
  }

  public CommitRequest with(Bytes data) {
    return new CommitRequest(proposals, held, path, encrypted, treeInside, data);
  }
}
