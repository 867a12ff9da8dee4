package fr.liaison.client.cli;

import fr.liaison.client.api.Practitioner;
import fr.liaison.client.api.Practitioner.Situation;
import fr.liaison.client.card.Replacement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person in words, as lists and cards say it. */
record PersonLines(Words words) {
  static String name(Practitioner person) {
    return name(person.civility(), person.givenName(), person.familyName());
  }

  static String name(@Nullable String civility, String givenName, String familyName) {
    return Stream.of(civility, givenName, familyName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  /** With what they are short of, of whoever is no full professional of the register. */
  String profession(Practitioner person) {
    String skill = joined(person.profession(), person.savoirFaire());
    if (person.isStudent()) {
      return skill + ", " + words.say("search.student");
    }
    return person.source().equals("structure") ? skill + ", " + words.say("search.vouched") : skill;
  }

  /** With the profession of a place where somebody who holds another one is only trained. */
  List<String> places(Practitioner person) {
    return person.situations().stream()
        .map(
            one ->
                person.studiesAt(one)
                    ? joined(place(one), one.profession()) + ", " + words.say("search.student")
                    : place(one))
        .toList();
  }

  /** Somebody a line names beside the person it is of. */
  String name(Replacement.Duty duty) {
    String name = name(duty.civility(), duty.givenName(), duty.familyName());
    String standing = duty.standing();
    return standing == null
        ? name
        : name + ", " + words.say(standing.equals("student") ? "search.student" : "search.vouched");
  }

  private static String place(Situation one) {
    return joined(one.structureName(), one.town());
  }

  private static String joined(@Nullable String first, @Nullable String second) {
    return Stream.of(first, second).filter(Objects::nonNull).collect(Collectors.joining(", "));
  }
}
