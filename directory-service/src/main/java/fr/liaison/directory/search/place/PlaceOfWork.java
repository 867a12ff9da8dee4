package fr.liaison.directory.search.place;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where somebody practises, by what says where that is; either may be unknown. Prints only who. */
public record PlaceOfWork(UUID person, @Nullable String commune, @Nullable String postalCode) {
  @Override
  public String toString() {
    return "PlaceOfWork[" + person + "]";
  }
}
