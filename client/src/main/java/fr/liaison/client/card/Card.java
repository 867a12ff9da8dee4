package fr.liaison.client.card;

import fr.liaison.client.api.Homonyms;
import fr.liaison.client.api.Practitioner;
import fr.liaison.client.api.Practitioner.Situation;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person's verified card.
 *
 * @param homonyms null on a kept card: others come and go
 * @param former what an older card said, until {@link Cards#acknowledge}; null without a change
 */
public record Card(
    CardStatement statement, @Nullable Homonyms homonyms, @Nullable CardStatement former) {

  /** What changed since the card that was seen last. */
  public Set<CardChange> changes() {
    return former == null ? Set.of() : CardChange.between(former, statement);
  }

  /** Whether the two have a structure in common: they know one another. */
  public boolean isColleagueOf(Practitioner other) {
    Set<String> places =
        other.situations().stream()
            .map(Situation::structureId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return statement.person().situations().stream()
        .map(Situation::structureId)
        .filter(Objects::nonNull)
        .anyMatch(places::contains);
  }
}
