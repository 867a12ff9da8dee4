package fr.liaison.acceptance.mls.mixed;

import fr.liaison.acceptance.mls.TsPeer;
import fr.liaison.mls.crypto.CipherSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A group to which random things happen, the same ones for the same seed: what is drawn comes from
 * the seed alone, only the keys do not.
 */
final class RandomGroup {
  private static final int LEAST = 3;
  private static final int MOST = 14;
  private static final int PUBLIC_OF_TEN = 7;
  private static final List<Integer> SUITES = List.of(1, 1, 1, 1, 1, 1, 2, 3);

  private final Draw draw;
  private final MixedGroup group;
  private final List<Step> always = new ArrayList<>();
  private final MembershipSteps membership;
  private final MailSteps mail;
  private String last = "founding";

  /** One thing that can happen, by the name a failure is reported under. */
  record Step(String name, Runnable action) {}

  RandomGroup(TsPeer peer, long seed) {
    draw = new Draw(new Random(seed));
    CipherSuite suite = CipherSuite.of(draw.one(SUITES)).orElseThrow();
    boolean followed = draw.below(10) < PUBLIC_OF_TEN;
    group = MixedGroup.founded(peer, suite, draw.library(), followed);
    membership = new MembershipSteps(group, draw);
    mail = new MailSteps(group, draw);
    always.addAll(membership.steps());
    always.addAll(new ProposalSteps(group, draw).steps());
    always.addAll(mail.steps());
  }

  void step() {
    Step next = draw.one(always);
    int size = group.members().size();
    if (size < LEAST) {
      next = membership.growing();
    } else if (size >= MOST) {
      next = membership.shrinking();
    }
    last = next.name() + " at " + size + " members";
    next.action().run();
    mail.deliverLate();
  }

  /** What happened last, for whoever looks at a failure. */
  String last() {
    return last;
  }

  long deliveries() {
    return group.deliveries();
  }
}
