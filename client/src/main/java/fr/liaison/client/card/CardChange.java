package fr.liaison.client.card;

import fr.liaison.client.api.Practitioner;
import fr.liaison.client.api.Practitioner.Situation;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a card changed, as a reader of the former one has to be told, the gravest first. */
public enum CardChange {
  DEPARTED,
  RETURNED,
  PROFESSION,
  PLACE,
  /** Another sector or profession at a place that stayed. */
  ACTIVITY,
  NAME,
  NUMBER,
  /** Another authority answers for the person. */
  SOURCE,
  SKILLS,
  QUALIFICATIONS;

  /** What one of the two says nothing of did not change. */
  public static Set<CardChange> between(CardStatement former, CardStatement now) {
    Set<CardChange> changes = EnumSet.noneOf(CardChange.class);
    for (CardChange one : values()) {
      if (one.happened(former, now)) {
        changes.add(one);
      }
    }
    // Another place is practised at as something: who moved is told of the place alone.
    if (changes.contains(PLACE)) {
      changes.remove(ACTIVITY);
    }
    return changes;
  }

  private boolean happened(CardStatement former, CardStatement now) {
    Practitioner before = former.person();
    Practitioner after = now.person();
    return switch (this) {
      case DEPARTED -> now.departed() && !former.departed();
      case RETURNED -> former.departed() && !now.departed();
      case PROFESSION -> !profession(before).equals(profession(after));
      case PLACE -> !places(before).equals(places(after));
      case ACTIVITY -> !activities(before).equals(activities(after));
      case NAME -> !name(before).equals(name(after));
      case NUMBER -> !before.nationalId().equals(after.nationalId());
      case SOURCE -> !before.source().equals(after.source());
      case SKILLS -> differ(former.skills(), now.skills());
      case QUALIFICATIONS -> differ(former.qualifications(), now.qualifications());
    };
  }

  private static List<@Nullable Object> profession(Practitioner person) {
    return Arrays.asList(
        person.professionCode(),
        person.profession(),
        person.isStudent(),
        person.savoirFaireCode(),
        person.savoirFaire());
  }

  private static List<@Nullable String> name(Practitioner person) {
    return Arrays.asList(person.givenName(), person.familyName(), person.civility());
  }

  private static List<String> places(Practitioner person) {
    return unordered(person.situations().stream().map(CardChange::where).toList());
  }

  private static List<String> activities(Practitioner person) {
    return unordered(
        person.situations().stream()
            .map(one -> asWhat(one, person.studiesAt(one) ? "student" : null))
            .toList());
  }

  private static Object where(Situation one) {
    return new Situation(
        one.structureId(), one.structureName(), one.postalCode(), one.town(), null, "");
  }

  private static Object asWhat(Situation one, @Nullable String category) {
    return new Situation(
        one.structureId(),
        one.structureName(),
        null,
        null,
        one.sector(),
        one.profession(),
        category);
  }

  private static boolean differ(@Nullable List<?> before, @Nullable List<?> after) {
    return before != null && after != null && !unordered(before).equals(unordered(after));
  }

  private static List<String> unordered(Collection<?> parts) {
    return parts.stream().map(Object::toString).sorted(Comparator.naturalOrder()).toList();
  }
}
