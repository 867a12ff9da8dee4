package fr.liaison.directory.succession;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells certain successions from doubtful ones. A pure function of the likely pairs. */
public final class DecideSuccessions {
  private DecideSuccessions() {}

  /** Who is carried over, and whom an administrator should look at. */
  public record Decision(List<Succession> certain, List<AmbiguousSuccession> ambiguous) {}

  public static Decision of(List<LikelyPair> pairs) {
    Map<String, Long> rivals =
        pairs.stream()
            .filter(LikelyPair::samePlace)
            .collect(
                Collectors.groupingBy(pair -> pair.candidate().value(), Collectors.counting()));
    Map<UUID, List<LikelyPair>> byPredecessor = new LinkedHashMap<>();
    pairs.forEach(
        pair ->
            byPredecessor.computeIfAbsent(pair.predecessor(), id -> new ArrayList<>()).add(pair));
    List<Succession> certain = new ArrayList<>();
    List<AmbiguousSuccession> ambiguous = new ArrayList<>();
    byPredecessor.forEach(
        (predecessor, candidates) -> {
          List<LikelyPair> strong = candidates.stream().filter(LikelyPair::samePlace).toList();
          List<LikelyPair> considered = strong.isEmpty() ? candidates : strong;
          AmbiguousSuccession.Reason doubt = doubt(strong, rivals);
          if (doubt == null) {
            certain.add(new Succession(predecessor, strong.getFirst().candidate(), Evidence.PLACE));
          } else {
            ambiguous.add(
                new AmbiguousSuccession(
                    predecessor,
                    considered.stream().map(LikelyPair::line).filter(line -> line > 0).toList(),
                    doubt));
          }
        });
    return new Decision(List.copyOf(certain), List.copyOf(ambiguous));
  }

  private static AmbiguousSuccession.@org.jspecify.annotations.Nullable Reason doubt(
      List<LikelyPair> strong, Map<String, Long> rivals) {
    if (strong.isEmpty()) {
      return AmbiguousSuccession.Reason.place_alone;
    }
    if (strong.size() > 1) {
      return AmbiguousSuccession.Reason.several_candidates;
    }
    LikelyPair only = strong.getFirst();
    if (rivals.getOrDefault(only.candidate().value(), 0L) > 1) {
      return AmbiguousSuccession.Reason.several_predecessors;
    }
    if (only.known()) {
      return AmbiguousSuccession.Reason.known_already;
    }
    return only.listed() ? AmbiguousSuccession.Reason.both_listed : null;
  }
}
