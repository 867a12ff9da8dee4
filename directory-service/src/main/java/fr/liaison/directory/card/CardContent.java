package fr.liaison.directory.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.ProfessionalCategory;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.Skill;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as what and where, and whether the register still lists them: what a reader of
 * an older card has to be told of when it changes. Prints only the id.
 */
@Schema(
    requiredProperties = {
      "id",
      "nationalId",
      "givenName",
      "familyName",
      "professionCode",
      "profession",
      "careProfession",
      "situations",
      "registerStatus",
      "source"
    })
public record CardContent(
    UUID id,
    String nationalId,
    String givenName,
    String familyName,
    @Nullable String civility,
    String professionCode,
    String profession,
    @Schema(description = "Whether the profession is one of care, or of helping with it by law")
        boolean careProfession,
    @Nullable String savoirFaireCode,
    @Nullable String savoirFaire,
    List<Practitioner.Situation> situations,
    Practitioner.RegisterStatus registerStatus,
    Practitioner.Source source,
    @Schema(description = "Savoir-faire of an active person; not said by former cards")
        @Nullable List<Skill> skills,
    @Schema(
            description =
                "Diplomas and authorisations of an active person; not said by former cards")
        @Nullable List<Qualification> qualifications,
    @Schema(description = "Not said by former cards; the digest covers that it is a student's")
        @Nullable ProfessionalCategory category) {

  public CardContent(
      UUID id,
      String nationalId,
      String givenName,
      String familyName,
      @Nullable String civility,
      String professionCode,
      String profession,
      boolean careProfession,
      @Nullable String savoirFaireCode,
      @Nullable String savoirFaire,
      List<Practitioner.Situation> situations,
      Practitioner.RegisterStatus registerStatus,
      Practitioner.Source source,
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
        careProfession,
        savoirFaireCode,
        savoirFaire,
        situations,
        registerStatus,
        source,
        skills,
        qualifications,
        null);
  }

  static CardContent of(Practitioner person) {
    return new CardContent(
        person.id(),
        person.nationalId(),
        person.givenName(),
        person.familyName(),
        person.civility(),
        person.professionCode(),
        person.profession(),
        CareProfessions.include(person.professionCode()),
        person.savoirFaireCode(),
        person.savoirFaire(),
        person.situations(),
        person.registerStatus(),
        person.source(),
        told(person, person.skills()),
        told(person, person.qualifications()),
        person.category());
  }

  /** Empty for who has none: absent, as on former cards, would mean that nothing was said of it. */
  private static <T> @Nullable List<T> told(Practitioner person, @Nullable List<T> listed) {
    return listed == null && !person.hasDeparted() ? List.of() : listed;
  }

  /**
   * Equal for equal content, in whatever order the register lists the parts, and for who has no
   * skills or qualifications, and is no student, the same as before cards told them. Of places it
   * covers only what a student's card does not say anyhow: that one is a student's.
   */
  Bytes digest() {
    List<String> places =
        situations.stream()
            .map(place -> json(place.with(covered(place))))
            .sorted(Comparator.naturalOrder())
            .toList();
    String text = json(new Digested(inOrder(), places));
    try {
      return Bytes.of(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private @Nullable ProfessionalCategory covered(Practitioner.Situation place) {
    return category == ProfessionalCategory.student
            || place.category() != ProfessionalCategory.student
        ? null
        : place.category();
  }

  private record Digested(CardContent person, List<String> places) {}

  /** Without places, whose order is that of their JSON. */
  private CardContent inOrder() {
    return new CardContent(
        id,
        nationalId,
        givenName,
        familyName,
        civility,
        professionCode,
        profession,
        careProfession,
        savoirFaireCode,
        savoirFaire,
        List.of(),
        registerStatus,
        source,
        sorted(skills, Skill::stored),
        sorted(qualifications, Qualification::stored),
        category == ProfessionalCategory.student ? category : null);
  }

  private static <T> @Nullable List<T> sorted(@Nullable List<T> parts, Function<T, String> stored) {
    return parts == null || parts.isEmpty()
        ? null
        : parts.stream().sorted(Comparator.comparing(stored)).toList();
  }

  private static String json(Object value) {
    try {
      return ContractJson.mapper().writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public String toString() {
    return "CardContent[" + id + "]";
  }
}
