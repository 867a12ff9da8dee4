package fr.liaison.acceptance.mls.mixed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.acceptance.mls.mixed.RandomGroup.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Application messages: out of order, late by some epochs, and the exporter. */
final class MailSteps {
  private static final int MOST_MAILS = 6;
  private static final int LONGEST = 600;

  /** Both libraries keep 4 former epochs, and one step can open two. */
  private static final int LATEST = 3;

  private final MixedGroup group;
  private final Draw draw;
  private final List<Late> held = new ArrayList<>();

  /** For a reader that gets it once its epoch is over. */
  private record Late(Mail mail, Member reader, long epoch, long joined) {}

  MailSteps(MixedGroup group, Draw draw) {
    this.group = group;
    this.draw = draw;
  }

  List<Step> steps() {
    return List.of(
        new Step("messages", this::talk),
        new Step("messages that come late", this::hold),
        new Step("exporter", this::export));
  }

  private void talk() {
    List<Mail> mails = write();
    for (Member reader : group.members()) {
      readableBy(reader, draw.shuffled(mails)).forEach(mail -> group.deliver(mail, reader));
    }
  }

  /** Some at once, some later. */
  private void hold() {
    List<Mail> mails = write();
    for (Member reader : group.members()) {
      for (Mail mail : readableBy(reader, draw.shuffled(mails))) {
        if (draw.coin()) {
          group.deliver(mail, reader);
        } else {
          held.add(new Late(mail, reader, reader.state().epoch(), group.sinceOf(reader)));
        }
      }
    }
  }

  private List<Mail> write() {
    return Stream.generate(this::mail).limit(1L + draw.below(MOST_MAILS)).toList();
  }

  private Mail mail() {
    Member sender = draw.one(group.members());
    return Mail.from(sender, draw.bytes(draw.below(LONGEST)), draw.bytes(draw.below(16)));
  }

  private static List<Mail> readableBy(Member reader, List<Mail> mails) {
    int own = reader.state().leaf();
    return mails.stream().filter(mail -> mail.sender() != own).toList();
  }

  /** What was held back and must still be readable; members who went or started anew get none. */
  void deliverLate() {
    held.removeIf(
        one ->
            !group.members().contains(one.reader()) || group.sinceOf(one.reader()) != one.joined());
    for (Late one : draw.shuffled(held)) {
      long late = one.reader().state().epoch() - one.epoch();
      if (late >= LATEST || (late > 0 && draw.coin())) {
        group.deliver(one.mail(), one.reader());
        held.remove(one);
      }
    }
  }

  private void export() {
    byte[] context = draw.bytes(draw.below(40));
    int length = 1 + draw.below(100);
    byte[] expected = group.members().getFirst().export("label", context, length);
    for (Member member : group.members()) {
      assertThat(member.export("label", context, length)).isEqualTo(expected);
    }
    assertThat(expected).hasSize(length);
  }
}
