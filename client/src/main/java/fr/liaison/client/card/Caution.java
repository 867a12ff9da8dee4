package fr.liaison.client.card;

import fr.liaison.client.api.Homonyms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Why to look twice before writing to somebody for the first time. */
public sealed interface Caution {
  /** Older data than this is worth a second look: the register is imported every night. */
  Duration STALE_AFTER = Duration.ofDays(7);

  /** So many others of the same names practise in the same town. */
  record HomonymInTown(int others) implements Caution {}

  /** So many others of the same names practise in the same department, none in the same town. */
  record HomonymInDepartment(int others) implements Caution {}

  /** Still in training: without the profession's rights. */
  record Student() implements Caution {}

  /** The profession is none of care: outside those who may know about a patient by law. */
  record NotCare(String profession) implements Caution {}

  /** What the directory knows is of this day. */
  record Stale(LocalDate registerDate) implements Caution {}

  /** The gravest first; a kept card says nothing of homonyms. */
  static List<Caution> of(Card card, Instant now) {
    CardStatement said = card.statement();
    Homonyms homonyms = card.homonyms();
    List<Caution> cautions = new ArrayList<>();
    if (homonyms != null && homonyms.sameTown() > 0) {
      cautions.add(new HomonymInTown(homonyms.sameTown()));
    } else if (homonyms != null && homonyms.sameDepartment() > 0) {
      cautions.add(new HomonymInDepartment(homonyms.sameDepartment()));
    }
    if (said.person().isStudent()) {
      cautions.add(new Student());
    }
    if (!said.careProfession()) {
      cautions.add(new NotCare(said.person().profession()));
    }
    LocalDate of = said.person().registerDate();
    if (of.atStartOfDay(ZoneOffset.UTC).toInstant().plus(STALE_AFTER).isBefore(now)) {
      cautions.add(new Stale(of));
    }
    return List.copyOf(cautions);
  }
}
