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
    @Schema(description = "Whether the person has a device to write to") boolean reachable,
    @Schema(description = "MSSanté mailboxes of an active person; only where one card is read")
        @Nullable List<Mailbox> mailboxes,
    @Schema(description = "Savoir-faire of an active person; only where one card is read")
        @Nullable List<Skill> skills,
    @Schema(
            description =
                "Diplomas and authorisations of an active person; only where one card is read")
        @Nullable List<Qualification> qualifications,
    @Schema(description = "Of an active person; only where one card is read")
        @Nullable Replacement replacement,
    @Schema(
            description =
                "In what capacity the profession is held; student where the person holds none in"
                    + " full. Absent where nobody stated it")
        @Nullable ProfessionalCategory category) {

  public Practitioner(
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
      boolean reachable,
      @Nullable List<Mailbox> mailboxes,
      @Nullable List<Skill> skills,
      @Nullable List<Qualification> qualifications) {
    this(
        id,
        nationalId,
        givenName,
        familyName,
        civility,
        professionCode,
        profession,
        savoirFaireCode,
        savoirFaire,
        situations,
        registerStatus,
        registerDate,
        source,
        reachable,
        mailboxes,
        skills,
        qualifications,
        null,
        null);
  }

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
      String profession,
      @Schema(
              description =
                  "In what capacity that profession is held. Absent where nobody stated it")
          @Nullable ProfessionalCategory category) {

    public Situation(
        @Nullable String structureId,
        @Nullable String structureName,
        @Nullable String postalCode,
        @Nullable String town,
        @Nullable String sector,
        String profession) {
      this(structureId, structureName, postalCode, town, sector, profession, null);
    }

    /** The same place, with this category. */
    public Situation with(@Nullable ProfessionalCategory stated) {
      return new Situation(
          structureId, structureName, postalCode, town, sector, profession, stated);
    }
  }

  /** One MSSanté mailbox of the person, as the national extraction publishes it. */
  @Schema(name = "Mailbox", requiredProperties = "address")
  public record Mailbox(
      String address,
      @Schema(description = "The workplace it is for") @Nullable String structureName,
      @Schema(description = "Whether the person agrees to receive documents by mail alone")
          @Nullable Boolean paperless) {
    @Override
    public String toString() {
      return "Mailbox[]";
    }
  }

  /** The same card with these mailboxes. */
  public Practitioner with(List<Mailbox> found) {
    return new Practitioner(
        id,
        nationalId,
        givenName,
        familyName,
        civility,
        professionCode,
        profession,
        savoirFaireCode,
        savoirFaire,
        situations,
        registerStatus,
        registerDate,
        source,
        reachable,
        found,
        skills,
        qualifications,
        replacement,
        category);
  }

  /** The same card with these skills and qualifications; without a list where there are none. */
  public Practitioner with(List<Skill> foundSkills, List<Qualification> foundQualifications) {
    return new Practitioner(
        id,
        nationalId,
        givenName,
        familyName,
        civility,
        professionCode,
        profession,
        savoirFaireCode,
        savoirFaire,
        situations,
        registerStatus,
        registerDate,
        source,
        reachable,
        mailboxes,
        foundSkills.isEmpty() ? null : foundSkills,
        foundQualifications.isEmpty() ? null : foundQualifications,
        replacement,
        category);
  }

  /** The same card with who stands in for whom. */
  public Practitioner with(Replacement found) {
    return new Practitioner(
        id,
        nationalId,
        givenName,
        familyName,
        civility,
        professionCode,
        profession,
        savoirFaireCode,
        savoirFaire,
        situations,
        registerStatus,
        registerDate,
        source,
        reachable,
        mailboxes,
        skills,
        qualifications,
        found,
        category);
  }

  public boolean hasDeparted() {
    return registerStatus == RegisterStatus.departed;
  }

  @Override
  public String toString() {
    return "Practitioner[" + id + "]";
  }
}
