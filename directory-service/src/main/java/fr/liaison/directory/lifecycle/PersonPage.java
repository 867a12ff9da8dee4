package fr.liaison.directory.lifecycle;

import fr.liaison.directory.practitioner.Standing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of people by family name; {@code next} continues it and is absent at its end. */
@Schema(requiredProperties = "items")
public record PersonPage(List<Entry> items, @Nullable UUID next) {
  public PersonPage {
    items = List.copyOf(items);
  }

  /** One person, shortly. Prints only the id. */
  @Schema(
      name = "PersonEntry",
      requiredProperties = {
        "id",
        "nationalId",
        "givenName",
        "familyName",
        "profession",
        "state",
        "since",
        "told"
      })
  public record Entry(
      UUID id,
      String nationalId,
      String givenName,
      String familyName,
      String profession,
      LifecycleState state,
      Instant since,
      @Schema(description = "Whether nothing waits for the identity server") boolean told,
      @Nullable Standing standing) {

    public Entry(
        UUID id,
        String nationalId,
        String givenName,
        String familyName,
        String profession,
        LifecycleState state,
        Instant since,
        boolean told) {
      this(id, nationalId, givenName, familyName, profession, state, since, told, null);
    }

    @Override
    public String toString() {
      return "Entry[" + id + "]";
    }
  }
}
