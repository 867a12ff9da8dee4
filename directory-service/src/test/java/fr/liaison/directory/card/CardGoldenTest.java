package fr.liaison.directory.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.ProfessionalCategory;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.Skill;
import fr.liaison.test.GoldenFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A card with all that the register can say is frozen, and so is the digest of a bare one. */
class CardGoldenTest {
  private static final ObjectMapper JSON = ContractJson.mapper();
  private static final UUID ID = UUID.fromString("01990000-0000-7000-8000-000000000001");

  @Test
  void skillsAndQualificationsAreAddedToTheStatement() {
    CardContent content =
        card(
            List.of(new Skill("SM57", "Allergologie", "Spécialité ordinale", "Médecin")),
            List.of(
                new Qualification(
                    Qualification.Kind.diploma,
                    "DE Docteur en médecine",
                    "Diplôme d'Etat français",
                    null,
                    "DE28",
                    "DE"),
                new Qualification(
                    Qualification.Kind.authorisation,
                    "Autorisation de plein exercice",
                    null,
                    "Médecin",
                    "AM01",
                    null)));
    GoldenFile.named("card-statement-details.v1")
        .matches(
            new CardStatement(
                1,
                Instant.parse("2026-11-21T08:30:00Z"),
                LocalDate.of(2026, 11, 20),
                true,
                content.digest(),
                content),
            JSON);
  }

  @Test
  void theDigestOfWhoHasNoneIsThatOfFormerCards() {
    assertThat(card(List.of(), List.of()).digest()).isEqualTo(card(null, null).digest());
    assertThat(card(null, null).digest())
        .isEqualTo(JSON.convertValue("hXY1Qr-_syYnQgV4iX9Yrxs_OEhrkxFp8je9z8D5y3M", Bytes.class));
  }

  @Test
  void theDigestCoversThatAPlaceIsAStudentsAndNothingElseOfItsCategory() {
    Bytes unsaid = at(null, null).digest();

    assertThat(at(null, ProfessionalCategory.civil).digest()).isEqualTo(unsaid);
    assertThat(at(null, ProfessionalCategory.student).digest()).isNotEqualTo(unsaid);
    // Students' cards of before said it of the person alone.
    assertThat(at(ProfessionalCategory.student, ProfessionalCategory.student).digest())
        .isEqualTo(at(ProfessionalCategory.student, null).digest());
  }

  private static CardContent at(
      @Nullable ProfessionalCategory held, @Nullable ProfessionalCategory there) {
    CardContent bare = card(null, null);
    return new CardContent(
        bare.id(),
        bare.nationalId(),
        bare.givenName(),
        bare.familyName(),
        bare.civility(),
        bare.professionCode(),
        bare.profession(),
        bare.careProfession(),
        bare.savoirFaireCode(),
        bare.savoirFaire(),
        bare.situations().stream().map(place -> place.with(there)).toList(),
        bare.registerStatus(),
        bare.source(),
        null,
        null,
        held);
  }

  private static CardContent card(
      @Nullable List<Skill> skills, @Nullable List<Qualification> qualifications) {
    return new CardContent(
        ID,
        "899700218805",
        "Alix",
        "EXEMPLE",
        "Docteur",
        "10",
        "Médecin",
        true,
        "SM54",
        "Médecine générale",
        List.of(
            new Practitioner.Situation(
                "R10000001234567",
                "CABINET LES TILLEULS",
                "75009",
                "Paris",
                "Cabinet individuel",
                "Médecin")),
        Practitioner.RegisterStatus.active,
        Practitioner.Source.register,
        skills,
        qualifications);
  }
}
