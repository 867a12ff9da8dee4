package fr.liaison.directory.succession;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.directory.practitioner.NationalId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecideSuccessionsTest {
  private static final UUID ANNE = UUID.fromString("01990000-0000-7000-8000-000000000001");
  private static final UUID PAUL = UUID.fromString("01990000-0000-7000-8000-000000000002");
  private static final NationalId ONE = new NationalId("899700900001");
  private static final NationalId TWO = new NationalId("899700900002");

  @Test
  void aUniquePairAtOnePlaceIsCertain() {
    var decision = DecideSuccessions.of(List.of(pair(ANNE, ONE), pair(PAUL, TWO)));
    assertThat(decision.certain())
        .containsExactly(
            new Succession(ANNE, ONE, Evidence.PLACE), new Succession(PAUL, TWO, Evidence.PLACE));
    assertThat(decision.ambiguous()).isEmpty();
  }

  @Test
  void aPostalCodeInCommonCountsForNothingBesideAPlaceInCommon() {
    var decision =
        DecideSuccessions.of(
            List.of(pair(ANNE, ONE), new LikelyPair(ANNE, TWO, 9, false, false, false)));
    assertThat(decision.certain()).containsExactly(new Succession(ANNE, ONE, Evidence.PLACE));
  }

  @Test
  void everyDoubtHasItsReason() {
    assertThat(doubts(pair(ANNE, ONE), pair(ANNE, TWO)))
        .containsExactly(AmbiguousSuccession.Reason.several_candidates);
    assertThat(doubts(pair(ANNE, ONE), pair(PAUL, ONE)))
        .containsExactly(
            AmbiguousSuccession.Reason.several_predecessors,
            AmbiguousSuccession.Reason.several_predecessors);
    assertThat(doubts(new LikelyPair(ANNE, ONE, 4, true, false, true)))
        .containsExactly(AmbiguousSuccession.Reason.known_already);
    assertThat(doubts(new LikelyPair(ANNE, ONE, 4, true, true, false)))
        .containsExactly(AmbiguousSuccession.Reason.both_listed);
    assertThat(doubts(new LikelyPair(ANNE, ONE, 4, false, false, false)))
        .containsExactly(AmbiguousSuccession.Reason.place_alone);
  }

  private static List<AmbiguousSuccession.Reason> doubts(LikelyPair... pairs) {
    DecideSuccessions.Decision decision = DecideSuccessions.of(List.of(pairs));
    assertThat(decision.certain()).isEmpty();
    return decision.ambiguous().stream().map(AmbiguousSuccession::reason).toList();
  }

  private static LikelyPair pair(UUID predecessor, NationalId candidate) {
    return new LikelyPair(predecessor, candidate, 4, true, false, false);
  }
}
