package fr.liaison.directory.topup;

import fr.liaison.directory.practitioner.Exercise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the directory has of a person, and what becomes of that by what the source states. */
record Entry(UUID id, String status, boolean enteredHere, Card card) {
  boolean hasDeparted() {
    return status.equals("departed");
  }

  /** Everything of a person that people see. Prints nothing. */
  record Card(
      String familyName,
      String givenName,
      @Nullable String civility,
      Exercise first,
      List<Exercise> exercises,
      List<Place> places) {

    /** Whether it says the same; order says nothing. */
    boolean isLike(Card other) {
      return familyName.equals(other.familyName)
          && givenName.equals(other.givenName)
          && Objects.equals(civility, other.civility)
          && first.equals(other.first)
          && new HashSet<>(exercises).equals(new HashSet<>(other.exercises))
          && new HashSet<>(places).equals(new HashSet<>(other.places));
    }

    @Override
    public String toString() {
      return "Card[]";
    }
  }

  /** A place, and as what the person practises there. */
  record Place(SourcePlace place, String profession) {}

  /**
   * The card that a statement makes. The source does not say which profession is practised where,
   * nor which comes first: what the directory knew of that stays.
   */
  static Card card(
      SourcePerson.Statement said,
      @Nullable Card before,
      Function<SourcePlace, SourcePlace> completed) {
    List<Exercise> exercises = exercises(said, before);
    Exercise first = first(exercises, before);
    List<Place> places = new ArrayList<>();
    for (SourcePlace place : said.places()) {
      SourcePlace complete = completed.apply(place);
      places.add(new Place(complete, professionAt(complete, said, before, first)));
    }
    return new Card(said.familyName(), said.givenName(), said.civility(), first, exercises, places);
  }

  /** Where savoir-faire is not said, or not all of it can be read, professions keep theirs. */
  private static List<Exercise> exercises(SourcePerson.Statement said, @Nullable Card before) {
    List<Exercise> stated =
        said.exercises().stream().map(one -> inKnownCapacity(one, before)).toList();
    if (before == null || isWhole(said)) {
      return stated;
    }
    boolean silent = !said.details().skills().carried();
    List<Exercise> kept = new ArrayList<>();
    List<Exercise> both = new ArrayList<>();
    for (Exercise one : stated) {
      List<Exercise> former =
          before.exercises().stream()
              .filter(known -> known.professionCode().equals(one.professionCode()))
              .map(known -> known.with(one.category()))
              .toList();
      kept.addAll(former.isEmpty() ? List.of(one) : former);
      both.add(one);
      both.addAll(former);
    }
    List<Exercise> exercises = silent ? kept : withoutBare(both);
    return (exercises.size() > PartReader.MOST ? kept : exercises).stream().distinct().toList();
  }

  /** Whether savoir-faire is stated and every code of it has got words. */
  private static boolean isWhole(SourcePerson.Statement said) {
    SourceDetails.Part<SourceDetails.Skill> skills = said.details().skills();
    return skills.carried()
        && skills.whole()
        && skills.stated().stream()
            .allMatch(
                skill ->
                    said.exercises().stream()
                        .anyMatch(one -> skill.code().equals(one.savoirFaireCode())));
  }

  /** A profession is stated bare only where it has no savoir-faire. */
  private static List<Exercise> withoutBare(List<Exercise> exercises) {
    return exercises.stream()
        .filter(
            one ->
                one.savoirFaireCode() != null
                    || exercises.stream()
                        .noneMatch(
                            other ->
                                other.savoirFaireCode() != null
                                    && other.professionCode().equals(one.professionCode())))
        .distinct()
        .toList();
  }

  /** A source that is silent about it makes no professional of a student. */
  private static Exercise inKnownCapacity(Exercise said, @Nullable Card before) {
    return before == null || said.category() != null
        ? said
        : said.with(Exercise.categoryOf(before.exercises(), said.professionCode()));
  }

  /** As an import chooses: a student's exercise only where there is no other. */
  private static Exercise first(List<Exercise> exercises, @Nullable Card before) {
    List<Exercise> inFull = exercises.stream().filter(one -> !one.isStudent()).toList();
    List<Exercise> shown = inFull.isEmpty() ? exercises : inFull;
    return shown.stream()
        .filter(one -> before != null && one.isLike(before.first()))
        .findFirst()
        .orElse(shown.getFirst());
  }

  private static String professionAt(
      SourcePlace place, SourcePerson.Statement said, @Nullable Card before, Exercise first) {
    if (before != null && place.structureId() != null) {
      for (Place former : before.places()) {
        if (place.structureId().equals(former.place().structureId())
            && said.exercises().stream()
                .anyMatch(exercise -> exercise.profession().equals(former.profession()))) {
          return former.profession();
        }
      }
    }
    return first.profession();
  }
}
