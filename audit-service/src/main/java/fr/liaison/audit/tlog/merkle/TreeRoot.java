package fr.liaison.audit.tlog.merkle;

/** The head a log had at an earlier size, from its perfect subtrees. */
public final class TreeRoot {

  private TreeRoot() {}

  public static TreeHead at(long size, NodeReader nodes) {
    return size == 0 ? TreeHead.empty() : new TreeHead(size, new Subtrees(nodes).hash(0, size));
  }
}
