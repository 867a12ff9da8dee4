package fr.liaison.conversation.refounding;

import fr.liaison.conversation.roster.PractitionerId;
import java.util.HashSet;
import java.util.Set;

/**
 * How many persons cannot process a commit, and how many must say so: more than half of the others,
 * two at least, so that one alone never decides. Pure.
 */
record Quorum(int reporters, int needed) {
  private static final int LEAST = 2;

  /** Whoever made the commit counts neither here nor there, nor does who has left since. */
  static Quorum of(
      Set<PractitionerId> persons, PractitionerId committer, Set<PractitionerId> reporters) {
    Set<PractitionerId> others = new HashSet<>(persons);
    others.remove(committer);
    Set<PractitionerId> counted = new HashSet<>(reporters);
    counted.retainAll(others);
    return new Quorum(counted.size(), Math.max(LEAST, others.size() / 2 + 1));
  }

  boolean reached() {
    return reporters >= needed;
  }
}
