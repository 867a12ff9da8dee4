package fr.liaison.directory.search;

import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.search.index.FoundProfession;
import fr.liaison.directory.search.place.Distance;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a search, best matches first. {@code next} continues it and is absent at its end;
 * {@code registerDate} is the day of the register in force, absent before the first import; {@code
 * professions} counts all who match, not only this page, and is absent unless asked for; {@code
 * distances} are those of the items from what they are near, absent unless that was asked.
 */
@Schema(requiredProperties = "items")
public record PractitionerPage(
    List<Practitioner> items,
    @Nullable String next,
    @Nullable LocalDate registerDate,
    @Nullable List<FoundProfession> professions,
    @Nullable List<Distance> distances) {

  /** Without a place to be near. */
  public PractitionerPage(
      List<Practitioner> items,
      @Nullable String next,
      @Nullable LocalDate registerDate,
      @Nullable List<FoundProfession> professions) {
    this(items, next, registerDate, professions, null);
  }
}
