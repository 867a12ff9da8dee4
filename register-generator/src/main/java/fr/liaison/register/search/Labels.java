package fr.liaison.register.search;

import fr.liaison.register.extraction.LineFile;
import fr.liaison.register.person.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Searches with the right answers found so far: {@link #see} everybody once, then {@link #write}.
 * Holds the answers only, whatever the size of the register.
 */
public final class Labels {
  private record Labelled(Search search, List<String> answers) {}

  private final List<Labelled> all = new ArrayList<>();
  private final Map<String, List<Labelled>> byFamilyName = new HashMap<>();
  private final List<Labelled> others = new ArrayList<>();

  Labels(List<Search> searches) {
    for (Search search : searches) {
      Labelled labelled = new Labelled(search, new ArrayList<>());
      String key = search.wanted().familyKey();
      all.add(labelled);
      (key.isEmpty() ? others : byFamilyName.computeIfAbsent(key, name -> new ArrayList<>()))
          .add(labelled);
    }
  }

  public void see(Person person) {
    byFamilyName.getOrDefault(person.family().key(), List.of()).forEach(one -> see(person, one));
    others.forEach(one -> see(person, one));
  }

  /** Writes text, answers between commas, and kind; one search a line. */
  public void write(Path path) {
    try (LineFile file = LineFile.create(path)) {
      for (Labelled one : all) {
        String answers = String.join(",", one.answers());
        file.add(one.search().text() + "\t" + answers + "\t" + one.search().kind());
      }
    }
  }

  private static void see(Person person, Labelled labelled) {
    if (labelled.search().wanted().matches(person)) {
      labelled.answers().add(person.number().nationalId());
    }
  }
}
