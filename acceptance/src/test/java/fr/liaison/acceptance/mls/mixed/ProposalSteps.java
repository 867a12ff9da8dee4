package fr.liaison.acceptance.mls.mixed;

import fr.liaison.acceptance.mls.Change;
import fr.liaison.acceptance.mls.Proposal;
import fr.liaison.acceptance.mls.TsClient.ExternalSender;
import fr.liaison.acceptance.mls.mixed.RandomGroup.Step;
import java.util.ArrayList;
import java.util.List;

/** Proposals of members and of the server, and what a commit of them, or alone, can change. */
final class ProposalSteps {
  private static final int MOST_PROPOSALS = 4;
  private static final int KEY_LENGTH = 32;

  private final MixedGroup group;
  private final Draw draw;

  ProposalSteps(MixedGroup group, Draw draw) {
    this.group = group;
    this.draw = draw;
  }

  List<Step> steps() {
    return List.of(
        new Step("update", this::updated),
        new Step("several proposals", this::several),
        new Step("leave", this::leave),
        new Step("server removes", this::serverRemoves),
        new Step("server adds", this::serverAdds),
        new Step("external psk", () -> group.commit(anybody(), framed().psk(sharedKey()))),
        new Step("external psk for newcomers", this::keyedAdd),
        new Step("group context extensions", this::change));
  }

  private void updated() {
    Member proposer = update();
    group.commit(draw.other(group.members(), proposer), framed().held());
  }

  /** Any kinds together, by whomever; those of the committer itself included. */
  private void several() {
    Member committer = anybody();
    boolean extensionsProposed = false;
    int count = 2 + draw.below(MOST_PROPOSALS - 1);
    for (int i = 0; i < count; i++) {
      Member by = anybody();
      switch (draw.below(5)) {
        case 0 -> update();
        case 1 -> group.proposeToRemove(by, draw.other(group.members(), committer), privately());
        case 2 -> group.proposeToAdd(by, group.newcomer(draw.library()), privately());
        case 3 -> propose(by, new Proposal.Psk(sharedKey()));
        default -> {
          // Which of two would be meant, the libraries need not decide alike.
          if (!extensionsProposed) {
            propose(by, new Proposal.Extensions(extensions()));
            extensionsProposed = true;
          }
        }
      }
    }
    Plan plan = framed().held();
    group.commit(committer, draw.coin() ? plan : plan.add(group.newcomer(draw.library())));
  }

  private void leave() {
    Member leaving = anybody();
    group.proposeToRemove(leaving, leaving, privately());
    group.commit(draw.other(group.members(), leaving), framed().held());
  }

  private void serverRemoves() {
    Member leaving = anybody();
    group.serverProposesToRemove(leaving);
    group.commit(draw.other(group.members(), leaving), framed().held());
  }

  private void serverAdds() {
    group.serverProposesToAdd(group.newcomer(draw.library()));
    group.commit(anybody(), framed().held());
  }

  private void keyedAdd() {
    byte[] psk = sharedKey();
    Plan plan = framed().add(group.newcomer(draw.library())).psk(psk);
    group.commit(anybody(), draw.coin() ? plan : plan.withoutPath());
  }

  private void change() {
    if (draw.coin()) {
      group.commit(anybody(), framed().extensions(extensions()));
    } else {
      propose(anybody(), new Proposal.Extensions(extensions()));
      group.commit(anybody(), framed().held());
    }
  }

  /** The server stays among those who may propose, at any place. */
  private List<Change.Extension> extensions() {
    List<ExternalSender> senders = new ArrayList<>();
    senders.add(group.server().sender());
    for (int i = draw.below(3); i > 0; i--) {
      senders.add(new ExternalSender(draw.bytes(KEY_LENGTH), draw.bytes(i)));
    }
    List<Change.Extension> all = new ArrayList<>();
    all.add(Extensible.senders(draw.shuffled(senders)));
    if (draw.coin()) {
      all.add(Extensible.basicCredentialsRequired());
    }
    return draw.shuffled(all);
  }

  private byte[] sharedKey() {
    byte[] psk = draw.bytes(8);
    group.share(psk, draw.bytes(KEY_LENGTH));
    return psk;
  }

  private Member update() {
    Member proposer = anybody();
    propose(proposer, new Proposal.Update());
    return proposer;
  }

  private void propose(Member by, Proposal proposal) {
    group.propose(by, proposal, privately());
  }

  private Member anybody() {
    return draw.one(group.members());
  }

  private boolean privately() {
    return !group.isFollowed() && draw.coin();
  }

  private Plan framed() {
    return Plan.empty().encrypted(privately());
  }
}
