package fr.liaison.directory.search.index;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.Skill;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the table says of one person or program that search should find, or no longer find. */
record IndexedPerson(
    UUID id,
    long revision,
    boolean active,
    String familyName,
    String givenName,
    @Nullable String civility,
    boolean mailbox,
    List<Exercise> exercises,
    List<Skill> skills,
    List<Qualification> qualifications,
    List<Place> places) {

  /** Where the person practises; every part may be unknown. */
  record Place(
      @Nullable String structureId,
      @Nullable String structureName,
      @Nullable String postalCode,
      @Nullable String commune,
      @Nullable String town,
      @Nullable String sector) {}

  @Override
  public String toString() {
    return "IndexedPerson[" + id + "]";
  }
}
