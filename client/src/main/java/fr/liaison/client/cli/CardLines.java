package fr.liaison.client.cli;

import fr.liaison.client.api.Practitioner;
import fr.liaison.client.card.Card;
import fr.liaison.client.card.CardChange;
import fr.liaison.client.card.CardStatement;
import fr.liaison.client.card.CardVerdict;
import fr.liaison.client.card.Caution;
import fr.liaison.client.card.Replacement;
import fr.liaison.client.card.Replacement.Duty;
import fr.liaison.client.card.Skill;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A verified card in words. */
record CardLines(Words words) {
  /** Of a card that is not to be believed. */
  static String word(CardVerdict.Cause cause) {
    return "card.refuted." + name(cause);
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As scripts read it. */
  static String name(Caution caution) {
    return switch (caution) {
      case Caution.HomonymInTown town -> "homonym-in-town";
      case Caution.HomonymInDepartment department -> "homonym-in-department";
      case Caution.Student student -> "student";
      case Caution.NotCare notCare -> "not-care";
      case Caution.Stale stale -> "stale";
    };
  }

  List<String> facts(CardStatement said) {
    Practitioner person = said.person();
    List<String> lines = new ArrayList<>();
    lines.add(new PersonLines(words).profession(person));
    lines.addAll(new PersonLines(words).places(person));
    lines.add(words.say("card.number", person.nationalId()));
    lines.add(
        words.say(said.departed() ? "card.departed" : "card.active", day(person.registerDate())));
    List<Skill> skills = said.skills();
    if (skills != null && !skills.isEmpty()) {
      lines.add(words.say("card.skills", labels(skills)));
    }
    lines.addAll(duties(said.replacement()));
    if (!said.departed()) {
      lines.add(words.say(person.reachable() ? "search.reachable" : "search.unreachable"));
    }
    return lines;
  }

  private List<String> duties(@Nullable Replacement replacement) {
    List<String> lines = new ArrayList<>();
    if (replacement != null) {
      replacement.replacedBy().forEach(one -> lines.add(duty("card.replacedBy", one)));
      replacement.replaces().forEach(one -> lines.add(duty("card.replaces", one)));
    }
    return lines;
  }

  private String duty(String word, Duty duty) {
    return words.say(
        word,
        new PersonLines(words).name(duty),
        day(duty.startsOn()),
        day(duty.endsOn()),
        duty.practitionerId());
  }

  List<String> changes(Card card) {
    CardStatement former = card.former();
    return former == null
        ? List.of()
        : card.changes().stream()
            .map(one -> words.say("card.changed." + name(one), before(one, former)))
            .toList();
  }

  /** What the former card said of it; empty where that is too long to repeat. */
  private String before(CardChange change, CardStatement former) {
    Practitioner person = former.person();
    return switch (change) {
      case PROFESSION -> new PersonLines(words).profession(person);
      case PLACE -> String.join("; ", new PersonLines(words).places(person));
      case NAME -> PersonLines.name(person);
      case NUMBER -> person.nationalId();
      case SKILLS -> former.skills() == null ? "" : labels(former.skills());
      case DEPARTED, RETURNED, ACTIVITY, SOURCE, QUALIFICATIONS -> "";
    };
  }

  List<String> cautions(List<Caution> cautions) {
    return cautions.stream().map(this::caution).toList();
  }

  private String caution(Caution caution) {
    String word = "card.caution." + name(caution);
    return switch (caution) {
      case Caution.HomonymInTown(int others) -> words.say(word, others);
      case Caution.HomonymInDepartment(int others) -> words.say(word, others);
      case Caution.Student student -> words.say(word);
      case Caution.NotCare(String profession) -> words.say(word, profession);
      case Caution.Stale(LocalDate date) -> words.say(word, day(date));
    };
  }

  String moment(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(words.locale())
        .format(moment.atZone(ZoneId.systemDefault()));
  }

  private String day(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(words.locale())
        .format(date);
  }

  private static String labels(List<Skill> skills) {
    return skills.stream().map(Skill::label).collect(Collectors.joining(", "));
  }
}
