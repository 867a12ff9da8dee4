package fr.liaison.directory.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DepartmentTest {
  @ParameterizedTest
  @CsvSource({"62000,62", "01000,01", "20000,2a", "20137,2a", "20200,2b", "20620,2b", "97110,971"})
  void aPostalCodeTellsTheDepartment(String postalCode, String department) {
    assertThat(Department.of(postalCode)).contains(department);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "GL", "6200", "620000", "L-1009"})
  void aForeignPostalCodeTellsNone(String postalCode) {
    assertThat(Department.of(postalCode)).isEmpty();
  }

  @Test
  void aNumberIsReadAsPeopleTypeIt() {
    assertThat(Department.numbered("2A")).contains("2a");
    assertThat(Department.numbered("971")).contains("971");
    assertThat(Department.numbered("2C")).isEmpty();
    assertThat(Department.numbered("Nord")).isEmpty();
  }
}
