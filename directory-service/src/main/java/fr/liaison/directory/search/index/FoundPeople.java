package fr.liaison.directory.search.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits, and how many of all hits have which profession, the most frequent first; no
 * professions where nobody asked.
 */
public record FoundPeople(List<Hit> hits, @Nullable List<FoundProfession> professions) {}
