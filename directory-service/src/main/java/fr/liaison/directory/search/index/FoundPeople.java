package fr.liaison.directory.search.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits, how rare the words were when its search began, and how many of all hits have
 * which profession, the most frequent first; no professions where nobody asked.
 */
public record FoundPeople(
    List<Hit> hits, List<Rarity> words, @Nullable List<FoundProfession> professions) {

  /** Where a page goes on that ends with this hit. */
  public PageCursor behind(Hit hit) {
    return PageCursor.behind(hit, words);
  }
}
