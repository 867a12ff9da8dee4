package fr.liaison.directory.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegulatedWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Médecin",
        "MÉDECIN généraliste",
        "medecins",
        "Me\u0301decin",
        "Méde-cin",
        "mé de cin",
        "M.É.D.E.C.I.N.",
        "médecin(e)",
        "m3dec1n",
        "\uff4d\uff45\uff44\uff45\uff43\uff49\uff4e",
        "Dr",
        "D.R.",
        "Docteure",
        "Généralistes",
        "Sage-femme",
        "sages femmes",
        "sagefemme",
        "Infirmière",
        "infirmier·ère·s",
        "Infirmière coordinatrice",
        "Infirmières-coordinatrices",
        "IDE",
        "Aide-soignante",
        "aides soignants",
        "Assistante dentaire",
        "Chirurgienne-dentiste",
        "Kinés",
        "Masseur-kinésithérapeute",
        "Préparatrice en pharmacie",
        "Pharmacien",
        "Manipulatrice en électroradiologie médicale",
        "Diététicienne",
        "Psychologue",
        "Gastroentérologue",
        "Secrétaire et infirmier",
        "Interne en médecine",
      })
  void aRegulatedProfessionIsToldHoweverItIsWritten(String text) {
    assertThat(RegulatedWords.nameProfession(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Secrétaire médicale",
        "Secrétaire",
        "Assistante médicale",
        "Coordinatrice de parcours",
        "Responsable de l'accueil",
        "Agent d’accueil",
        "Aide administrative",
        "Cadre administratif",
        "Directrice de l'établissement",
        "Gestionnaire de lits",
        "Coordinateur de la pharmacie",
        "Chargée de mission e-santé",
        "Secrétaire de médecine interne",
        "Femme de ménage",
        "Identitovigilance",
        "Assistant de service social",
      })
  void otherWorkIsNot(String text) {
    assertThat(RegulatedWords.nameProfession(text)).isFalse();
    assertThat(RegulatedWords.isLatin(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "М\u00e9decin", // Cyrillic M
        "Mедecin", // Cyrillic e, d
        "M\u00e9dec\u0456n", // Ukrainian i
        "Mεdecin", // Greek epsilon
        "m\u00e9dec\u0131n", // dotless i
        "m\u00e9\u0501ecin", // Komi de
        "med\u3164ecin", // a filler that looks like nothing
        "мedecin",
        "Docteur🩺",
      })
  void lettersThatOnlyLookLatinAreTold(String text) {
    assertThat(RegulatedWords.isLatin(text)).isFalse();
  }

  @Test
  void aTitleInANameIsToldAndAFamilyNameThatIsOneIsNot() {
    assertThat(RegulatedWords.bearTitle("Dr Jean", "MARTIN")).isTrue();
    assertThat(RegulatedWords.bearTitle("Jean", "Dr. MARTIN")).isTrue();
    assertThat(RegulatedWords.bearTitle("Docteur", "MARTIN")).isTrue();
    assertThat(RegulatedWords.bearTitle("Jean", "DOCTEUR")).isFalse();
    assertThat(RegulatedWords.bearTitle("Andréa", "PREVOST")).isFalse();
  }

  @Test
  void aLongTextIsReadInNoTime() {
    assertThat(RegulatedWords.nameProfession("a ".repeat(30))).isFalse();
  }
}
