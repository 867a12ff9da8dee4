package fr.liaison.directory.delegation;

import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.search.place.Distance;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who of the same profession and speciality the register lists as standing in for others: those who
 * can answer first, then the nearest. Distances of those whose place is known.
 */
@Schema(
    name = "LocumCandidates",
    requiredProperties = {"items", "distances"})
public record Candidates(List<Practitioner> items, List<Distance> distances) {
  public Candidates {
    items = List.copyOf(items);
    distances = List.copyOf(distances);
  }
}
