package fr.liaison.acceptance.mls.mixed;

import fr.liaison.acceptance.mls.mixed.RandomGroup.Step;
import java.util.List;
import java.util.stream.Stream;

/** Coming, going, and one commit at a time. */
final class MembershipSteps {
  private static final int NEWCOMERS = 3;

  private final MixedGroup group;
  private final Draw draw;

  MembershipSteps(MixedGroup group, Draw draw) {
    this.group = group;
    this.draw = draw;
  }

  List<Step> steps() {
    return List.of(
        growing(),
        shrinking(),
        new Step("add and remove", this::addAndRemove),
        new Step("empty commit", this::refresh),
        new Step("external join", this::joinExternally),
        new Step("resync", this::resync),
        new Step("lost race", this::race),
        new Step("lost race of a joiner", this::lateJoiner));
  }

  Step growing() {
    return new Step("add", () -> group.commit(draw.one(group.members()), adding()));
  }

  Step shrinking() {
    return new Step("remove", this::remove);
  }

  private Plan adding() {
    List<Member> newcomers =
        Stream.generate(() -> group.newcomer(draw.library()))
            .limit(1L + draw.below(NEWCOMERS))
            .toList();
    Plan plan = framed().add(newcomers);
    if (draw.coin()) {
      plan.withoutPath();
    }
    return draw.coin() ? plan : plan.withoutTree();
  }

  private Plan framed() {
    return Plan.empty().encrypted(!group.isFollowed() && draw.coin());
  }

  private void remove() {
    Member by = draw.one(group.members());
    List<Member> others = group.members().stream().filter(one -> one != by).toList();
    List<Member> leaving = draw.some(others, 1 + draw.below(2));
    group.commit(by, framed().remove(leaving.toArray(Member[]::new)));
  }

  private void addAndRemove() {
    Member by = draw.one(group.members());
    group.commit(by, adding().remove(draw.other(group.members(), by)));
  }

  private void refresh() {
    group.commit(draw.one(group.members()), framed());
  }

  private void joinExternally() {
    group.joinExternally(group.newcomer(draw.library()), groupInfo());
  }

  private void resync() {
    Member lost = draw.one(group.members());
    byte[] info =
        draw.coin() ? group.server().groupInfo() : draw.other(group.members(), lost).groupInfo();
    group.joinExternally(lost, info);
  }

  private byte[] groupInfo() {
    return draw.coin() ? group.server().groupInfo() : draw.one(group.members()).groupInfo();
  }

  /** Between the libraries when both are there. */
  private void race() {
    Member winner = draw.one(group.members());
    List<Member> strangers =
        group.members().stream().filter(one -> one.library() != winner.library()).toList();
    Member loser = strangers.isEmpty() ? draw.other(group.members(), winner) : draw.one(strangers);
    Plan counts = draw.coin() ? adding() : framed();
    Plan lost = draw.coin() ? adding() : framed().remove(winner);
    group.race(winner, counts, loser, lost);
  }

  /** A commit comes first; the joiner, who was ready, starts again. */
  private void lateJoiner() {
    Member joiner = group.newcomer(draw.library());
    joiner.joinExternally(groupInfo(), false);
    joiner.drop();
    refresh();
    group.joinExternally(joiner, groupInfo());
  }
}
