package fr.liaison.audit.tlog.merkle;

/** The number of leaves and the root that commits to them. */
public record TreeHead(long size, Hash root) {

  public TreeHead {
    if (size < 0) {
      throw new MalformedLogDataException("a tree size is not negative");
    }
  }

  public static TreeHead empty() {
    return new TreeHead(0, Hash.emptyTree());
  }
}
