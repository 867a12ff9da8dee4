package fr.liaison.acceptance.mls.mixed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one library writes, read by the other: member 0 of a group of four writes, 1 reads. */
class MixedMessagesTest {
  private final Scenario scenario = new Scenario();

  @AfterEach
  void end() {
    scenario.close();
  }

  @ParameterizedTest
  @EnumSource
  void messagesAreReadInAnyOrder(Library sender) {
    MixedGroup group = scenario.four(sender);
    Mail one = mail(group, "one");
    Mail two = mail(group, "two");
    Mail three = mail(group, "three");

    for (Mail mail : List.of(three, one, two)) {
      mail.deliver(group.members().get(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void messagesOfFormerEpochsAreReadLate(Library sender) {
    MixedGroup group = scenario.four(sender);
    Mail first = mail(group, "first");
    group.commit(group.members().get(1), Plan.empty());
    Mail second = mail(group, "second");
    group.commit(group.members().get(0), Plan.empty());
    group.commit(group.members().get(3), Plan.empty());

    for (Mail mail : List.of(second, first)) {
      mail.deliver(group.members().get(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMessageIsReadOnce(Library sender) {
    MixedGroup group = scenario.four(sender);
    Member reader = group.members().get(1);
    Mail mail = mail(group, "once");
    mail.deliver(reader);

    assertThat(reader.understands(mail.message())).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aChangedMessageIsRefusedAndTheGenuineOneStillRead(Library sender) {
    MixedGroup group = scenario.four(sender);
    Member reader = group.members().get(1);
    Mail mail = mail(group, "genuine");
    byte[] changed = mail.message().clone();
    changed[changed.length - 1] ^= 1;

    assertThat(reader.understands(changed)).isFalse();

    mail.deliver(reader);
  }

  @ParameterizedTest
  @EnumSource
  void theExporterGivesBothLibrariesTheSame(Library founder) {
    List<Member> members = scenario.four(founder).members();

    byte[] exported = members.get(0).export("label", "context".getBytes(UTF_8), 48);

    assertThat(members.get(1).export("label", "context".getBytes(UTF_8), 48)).isEqualTo(exported);
    assertThat(members.get(1).export("other", "context".getBytes(UTF_8), 48))
        .isNotEqualTo(exported);
  }

  private static Mail mail(MixedGroup group, String text) {
    return Mail.from(group.members().getFirst(), text.getBytes(UTF_8), new byte[] {9});
  }
}
