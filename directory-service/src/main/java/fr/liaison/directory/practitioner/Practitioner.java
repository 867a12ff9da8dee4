package fr.liaison.directory.practitioner;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The card of a practitioner, as the register states it. Enough to tell homonyms apart before
 * writing to one of them. {@code registerDate} is the day of the register that lists the person, or
 * that listed them last. Prints only the id.
 */
@Schema(
    requiredProperties = {
      "id",
      "nationalId",
      "givenName",
      "familyName",
      "professionCode",
      "profession",
      "situations",
      "registerStatus",
      "registerDate",
      "source",
      "reachable"
    })
public record Practitioner(
    UUID id,
    String nationalId,
    String givenName,
    String familyName,
    @Nullable String civility,
    String professionCode,
    String profession,
    @Nullable String savoirFaireCode,
    @Nullable String savoirFaire,
    List<Situation> situations,
    RegisterStatus registerStatus,
    LocalDate registerDate,
    Source source,
    @Schema(description = "Whether the person has a device to write to") boolean reachable) {

  /** Whether the register in force lists the person. */
  public enum RegisterStatus {
    active,
    departed
  }

  /** Who vouches for the person: the national register, or a structure for its staff. */
  @Schema(name = "PractitionerSource")
  public enum Source {
    register,
    structure
  }

  /** One place where the person practises, and as what. Every part but the profession may lack. */
  @Schema(name = "Situation", requiredProperties = "profession")
  public record Situation(
      @Nullable String structureId,
      @Nullable String structureName,
      @Nullable String postalCode,
      @Nullable String town,
      @Nullable String sector,
      String profession) {}

  public boolean hasDeparted() {
    return registerStatus == RegisterStatus.departed;
  }

  @Override
  public String toString() {
    return "Practitioner[" + id + "]";
  }
}
