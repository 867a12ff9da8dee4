package fr.liaison.conversation.refounding;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.conversation.roster.PractitionerId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** More than half of the others, two at least. */
class QuorumTest {
  private final PractitionerId committer = new PractitionerId(UUID.randomUUID());

  private static Set<PractitionerId> persons(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new PractitionerId(UUID.randomUUID()))
        .collect(Collectors.toSet());
  }

  private Quorum of(Set<PractitionerId> others, Set<PractitionerId> reporters) {
    Set<PractitionerId> persons = new java.util.HashSet<>(others);
    persons.add(committer);
    return Quorum.of(persons, committer, reporters);
  }

  @Test
  void moreThanHalfOfTheOthersMustReport() {
    assertThat(of(persons(3), Set.of()).needed()).isEqualTo(2);
    assertThat(of(persons(4), Set.of()).needed()).isEqualTo(3);
    assertThat(of(persons(5), Set.of()).needed()).isEqualTo(3);
    assertThat(of(persons(99), Set.of()).needed()).isEqualTo(50);
  }

  @Test
  void oneAloneNeverDecides() {
    Set<PractitionerId> one = persons(1);
    assertThat(of(one, one)).isEqualTo(new Quorum(1, 2));
    assertThat(of(one, one).reached()).isFalse();
    assertThat(of(Set.of(), Set.of(committer)).reached()).isFalse();
  }

  @Test
  void whoeverMadeTheCommitAndWhoeverLeftDoesNotCount() {
    Set<PractitionerId> others = persons(2);
    Set<PractitionerId> reporters = new java.util.HashSet<>(persons(3));
    reporters.add(committer);
    assertThat(of(others, reporters).reporters()).isZero();
    assertThat(of(others, others).reached()).isTrue();
  }

  @Test
  void whoeverCommittedAndLeftIsNotMissedAmongTheOthers() {
    Set<PractitionerId> persons = persons(3);
    assertThat(Quorum.of(persons, committer, persons)).isEqualTo(new Quorum(3, 2));
  }
}
