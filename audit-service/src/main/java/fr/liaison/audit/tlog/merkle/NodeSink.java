package fr.liaison.audit.tlog.merkle;

/** Receives each perfect subtree the moment its last leaf is appended, lower levels first. */
@FunctionalInterface
public interface NodeSink {

  /** The subtree of leaves {@code [index << level, (index + 1) << level)} has this hash. */
  void complete(int level, long index, Hash hash);
}
