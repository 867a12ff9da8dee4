package fr.liaison.directory.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NationalIdTest {
  @Test
  void anRppsNumberWithItsCheckDigitIsAccepted() {
    assertThat(NationalId.of("8", "99700218896")).contains(new NationalId("899700218896"));
    assertThat(NationalId.parse("899700218805")).isPresent();
  }

  @Test
  void aNumberFromTheDocumentationWithoutACheckDigitIsRefused() {
    assertThat(NationalId.of("8", "10102727017")).isEmpty();
    assertThat(NationalId.of("8", "10003461033")).isEmpty();
  }

  @Test
  void aWrongLengthOrTypeOrForeignDigitIsRefused() {
    assertThat(NationalId.of("8", "9970021889")).isEmpty();
    assertThat(NationalId.of("8", "٩٩٧٠٠٢١٨٨٩٦")).isEmpty();
    assertThat(NationalId.of("7", "99700218896")).isEmpty();
    assertThat(NationalId.of("", "")).isEmpty();
    assertThat(NationalId.parse("")).isEmpty();
  }

  @Test
  void staffOfAStructureHaveAStructureNumberAndALocalOne() {
    assertThat(NationalId.parse("3750000001/0042"))
        .hasValueSatisfying(id -> assertThat(id.vouchedByStructure()).isTrue());
    assertThat(NationalId.of("8", "99700218896"))
        .hasValueSatisfying(id -> assertThat(id.vouchedByStructure()).isFalse());
  }

  @Test
  void itsTextFormShowsNoNumber() {
    assertThat(new NationalId("899700218896").toString()).doesNotContain("99700218896");
  }
}
