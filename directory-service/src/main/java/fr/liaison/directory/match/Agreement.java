package fr.liaison.directory.match;

import fr.liaison.directory.practitioner.Department;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.ProfessionWords;
import fr.liaison.directory.practitioner.ProfessionalCategory;
import fr.liaison.directory.practitioner.SearchWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** In what a person of the register agrees with a row, and in what they contradict each other. */
record Agreement(boolean name, boolean partOfName, boolean place, Profession profession) {
  /** Words shorter than this must be the same, not only begin so. */
  private static final int SHORTEST_BEGINNING = 4;

  enum Profession {
    SAME,
    UNSAID,
    OTHER
  }

  static Agreement of(WantedPerson wanted, Practitioner person) {
    List<String> family = SearchWords.of(person.familyName());
    List<String> given = SearchWords.of(person.givenName());
    return new Agreement(
        sameName(wanted, family, given),
        sharesName(wanted, family, given),
        person.situations().stream().anyMatch(place -> isAt(wanted, place)),
        profession(wanted.profession(), person));
  }

  /** Which reasons these are, beside identifiers. */
  List<Matches.Reason> reasons() {
    List<Matches.Reason> reasons = new ArrayList<>();
    if (name) {
      reasons.add(Matches.Reason.name);
    }
    if (place) {
      reasons.add(Matches.Reason.place);
    }
    if (profession == Profession.SAME) {
      reasons.add(Matches.Reason.profession);
    }
    return reasons;
  }

  /** The same words in the same order, whichever name came first and however they were split. */
  private static boolean sameName(WantedPerson wanted, List<String> family, List<String> given) {
    String known = joined(family, given);
    return known.equals(joined(wanted.familyName(), wanted.givenName()))
        || known.equals(joined(wanted.givenName(), wanted.familyName()));
  }

  /** One of the names whole, or nothing said that could be another. */
  private static boolean sharesName(WantedPerson wanted, List<String> family, List<String> given) {
    Set<String> known = new HashSet<>(family);
    known.addAll(given);
    return known.containsAll(wanted.familyName()) || known.containsAll(wanted.givenName());
  }

  private static String joined(List<String> one, List<String> other) {
    return String.join("", one) + String.join("", other);
  }

  /** Other postal codes of the town contradict it, except where one is a CEDEX. */
  private static boolean isAt(WantedPerson wanted, Practitioner.Situation place) {
    String said = wanted.postalCode();
    String code = place.postalCode();
    if (said != null && said.equals(code)) {
      return true;
    }
    TownName town = place.town() == null ? TownName.UNSAID : TownName.of(place.town());
    boolean delivery = wanted.town().cedex() || town.cedex();
    return wanted.town().isSame(town)
        && (said == null || (delivery && Department.of(said).equals(Department.of(code))));
  }

  /** A student has the words of a profession and does not hold it: somebody is to look. */
  private static Profession profession(List<String> words, Practitioner person) {
    if (person.category() == ProfessionalCategory.student
        && words.stream().anyMatch(ProfessionWords::names)) {
      return Profession.OTHER;
    }
    Set<String> known = new HashSet<>();
    Stream.concat(
            Stream.of(
                person.profession(),
                Objects.requireNonNullElse(person.savoirFaire(), ""),
                ProfessionWords.of(person.professionCode()),
                ProfessionWords.of(person.savoirFaireCode())),
            person.situations().stream().map(Practitioner.Situation::profession))
        .flatMap(text -> SearchWords.of(text).stream())
        .forEach(known::add);
    if (words.stream().anyMatch(word -> known.stream().anyMatch(one -> isAlike(word, one)))) {
      return Profession.SAME;
    }
    return words.stream().anyMatch(ProfessionWords::names) ? Profession.OTHER : Profession.UNSAID;
  }

  private static boolean isAlike(String word, String known) {
    boolean comparable =
        word.length() >= SHORTEST_BEGINNING && known.length() >= SHORTEST_BEGINNING;
    return word.equals(known) || (comparable && (known.startsWith(word) || word.startsWith(known)));
  }
}
