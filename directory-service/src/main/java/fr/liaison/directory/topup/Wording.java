package fr.liaison.directory.topup;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.Skill;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of a set become by what the source states in codes: what the person has of a
 * code stays as a file worded it, else the directory's words are taken, else the source's. What
 * nobody has words for is left to the next file, and then nothing is taken away.
 */
final class Wording {
  private final Dictionary dictionary;

  Wording(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /** Sorted as stored; null where nothing is said. */
  @Nullable List<String> skills(
      SourceDetails.Part<SourceDetails.Skill> part, List<String> own, List<Exercise> exercises) {
    if (!part.carried()) {
      return null;
    }
    List<Skill> before = own.stream().map(Skill::of).toList();
    Became<Skill> became = new Became<>(part.whole(), Skill::stored);
    for (SourceDetails.Skill stated : part.stated()) {
      became.add(
          before.stream().filter(one -> one.code().equals(stated.code())).toList(),
          worded(stated, exercises));
    }
    return became.instead(own, List.of());
  }

  private Optional<Skill> worded(SourceDetails.Skill stated, List<Exercise> exercises) {
    Skill known = dictionary.skills().get(stated.code());
    String label = known == null ? dictionary.savoirFaire(stated.code()) : known.label();
    String words = label == null ? stated.label() : label;
    return words == null
        ? Optional.empty()
        : Optional.of(
            new Skill(
                stated.code(),
                words,
                known == null || known.type() == null ? stated.type() : known.type(),
                profession(stated.code(), known, exercises)));
  }

  /** As skills are told, where the person has that profession; else the one that practises it. */
  private static @Nullable String profession(
      String code, @Nullable Skill known, List<Exercise> exercises) {
    if (known != null
        && exercises.stream().anyMatch(one -> one.profession().equals(known.profession()))) {
      return known.profession();
    }
    return exercises.stream()
        .filter(one -> code.equals(one.savoirFaireCode()))
        .map(Exercise::profession)
        .findFirst()
        .orElse(null);
  }

  /** Both kinds are one set; null where neither is said. */
  @Nullable List<String> qualifications(SourceDetails said, List<String> own) {
    if (!said.diplomas().carried() && !said.authorisations().carried()) {
      return null;
    }
    List<Qualification> before = own.stream().map(Qualification::of).toList();
    List<String> all =
        new ArrayList<>(diplomas(said.diplomas(), of(before, Qualification.Kind.diploma)));
    all.addAll(authorisations(said.authorisations(), of(before, Qualification.Kind.authorisation)));
    return all.stream().sorted().toList();
  }

  private static List<Qualification> of(List<Qualification> all, Qualification.Kind kind) {
    return all.stream().filter(one -> one.kind() == kind).toList();
  }

  private List<String> diplomas(
      SourceDetails.Part<SourceDetails.Diploma> part, List<Qualification> before) {
    List<String> own = before.stream().map(Qualification::stored).toList();
    if (!part.carried()) {
      return own;
    }
    Became<Qualification> became = new Became<>(part.whole(), Qualification::stored);
    for (SourceDetails.Diploma stated : part.stated()) {
      became.add(before.stream().filter(one -> isSame(one, stated)).toList(), worded(stated));
    }
    return became.instead(own, uncoded(before));
  }

  /** A diploma that a file worded without its code is another, as far as we know. */
  private static boolean isSame(Qualification one, SourceDetails.Diploma stated) {
    return stated.code().equals(one.code())
        && (one.typeCode() == null || one.typeCode().equals(stated.typeCode()));
  }

  private Optional<Qualification> worded(SourceDetails.Diploma stated) {
    Qualification known =
        dictionary.diplomas().get(Dictionary.diplomaKey(stated.typeCode(), stated.code()));
    String label = known == null ? stated.label() : known.label();
    return label == null
        ? Optional.empty()
        : Optional.of(
            new Qualification(
                Qualification.Kind.diploma,
                label,
                known == null ? stated.type() : known.type(),
                null,
                stated.code(),
                stated.typeCode()));
  }

  private List<String> authorisations(
      SourceDetails.Part<SourceDetails.Authorisation> part, List<Qualification> before) {
    List<String> own = before.stream().map(Qualification::stored).toList();
    if (!part.carried()) {
      return own;
    }
    Became<Qualification> became = new Became<>(part.whole(), Qualification::stored);
    for (SourceDetails.Authorisation stated : part.stated()) {
      became.add(
          before.stream()
              .filter(one -> stated.code().equals(one.code()))
              .filter(
                  one ->
                      stated.discipline() == null || stated.discipline().equals(one.discipline()))
              .toList(),
          worded(stated));
    }
    return became.instead(own, uncoded(before));
  }

  /** Never one whose limit we have no words for: it would be shown without. */
  private Optional<Qualification> worded(SourceDetails.Authorisation stated) {
    Qualification known = dictionary.authorisations().get(stated.code());
    String label = known == null ? stated.label() : known.label();
    return label == null || (stated.limited() && stated.discipline() == null)
        ? Optional.empty()
        : Optional.of(
            new Qualification(
                Qualification.Kind.authorisation,
                label,
                null,
                stated.discipline(),
                stated.code(),
                null));
  }

  /** What has no code cannot be said by the source. */
  private static List<Qualification> uncoded(List<Qualification> before) {
    return before.stream().filter(one -> one.code() == null).toList();
  }

  /** One kind of entries while it is worded. */
  private static final class Became<T> {
    private final Set<String> entries = new TreeSet<>();
    private final Function<T, String> stored;
    private boolean whole;

    Became(boolean whole, Function<T, String> stored) {
      this.whole = whole;
      this.stored = stored;
    }

    void add(List<T> own, Optional<T> worded) {
      whole &= !own.isEmpty() || worded.isPresent();
      if (own.isEmpty()) {
        worded.ifPresent(one -> entries.add(stored.apply(one)));
      } else {
        own.forEach(one -> entries.add(stored.apply(one)));
      }
    }

    /** Beside what there was, where something may be missing; but never without end. */
    List<String> instead(List<String> own, List<T> staying) {
      staying.forEach(one -> entries.add(stored.apply(one)));
      if (!whole) {
        entries.addAll(own);
      }
      return !whole && entries.size() > PartReader.MOST ? own : List.copyOf(entries);
    }
  }
}
