package fr.liaison.audit.tlog.merkle;

/** Gives the hash of any perfect subtree of a log; the counterpart of {@link NodeSink}. */
@FunctionalInterface
public interface NodeReader {

  /** The hash of the subtree of leaves {@code [index << level, (index + 1) << level)}. */
  Hash read(int level, long index);
}
