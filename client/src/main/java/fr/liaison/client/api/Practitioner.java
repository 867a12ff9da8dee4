package fr.liaison.client.api;

import fr.liaison.client.id.PractitionerId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A professional as the directory knows them. Reachable: has a device to write to. The category is
 * {@code civil}, {@code military} or {@code student}, and null where nobody stated it.
 */
public record Practitioner(
    PractitionerId id,
    String nationalId,
    String givenName,
    String familyName,
    @Nullable String civility,
    String professionCode,
    String profession,
    @Nullable String savoirFaireCode,
    @Nullable String savoirFaire,
    List<Situation> situations,
    String registerStatus,
    LocalDate registerDate,
    String source,
    boolean reachable,
    @Nullable String category) {

  /** One place of work, as the register states it; the category is that of its profession. */
  public record Situation(
      @Nullable String structureId,
      @Nullable String structureName,
      @Nullable String postalCode,
      @Nullable String town,
      @Nullable String sector,
      String profession,
      @Nullable String category) {

    public Situation(
        @Nullable String structureId,
        @Nullable String structureName,
        @Nullable String postalCode,
        @Nullable String town,
        @Nullable String sector,
        String profession) {
      this(structureId, structureName, postalCode, town, sector, profession, null);
    }
  }

  /** Whether the person is only trained for the profession. */
  public boolean isStudent() {
    return "student".equals(category);
  }

  /** Whether it is a place of training of somebody whose card does not say so itself. */
  public boolean studiesAt(Situation place) {
    return !isStudent() && "student".equals(place.category());
  }

  /** Keeps name and national id out of logs. */
  @Override
  public String toString() {
    return "Practitioner[" + id + "]";
  }
}
