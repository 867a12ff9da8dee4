package fr.liaison.register.extraction;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.layout.DiplomaColumn;
import fr.liaison.register.layout.Row;
import fr.liaison.register.person.Category;
import fr.liaison.register.person.Person;
import fr.liaison.register.profession.KnowHow;
import java.util.List;

/**
 * A person's rows in {@code PS_LibreAcces_Dipl_AutExerc}: the diploma of the profession, that of a
 * speciality, further ones. The codes are plausible, not the national ones.
 */
final class DiplomaRows {
  private static final List<String> FURTHER =
      List.of(
          "Douleur", "Soins palliatifs", "Echographie", "Education thérapeutique", "Gérontologie");

  private DiplomaRows() {}

  static void write(Person person, Chance chance, LineFile file) {
    if (person.category() == Category.STUDENT) {
      return;
    }
    String profession = person.profession().label();
    file.add(
        row(
            person,
            "DE",
            "Diplôme d'Etat français",
            "DE" + person.profession().code(),
            "DE " + profession));
    KnowHow knowHow = person.activities().getFirst().knowHow();
    if (!knowHow.equals(KnowHow.NONE) && !knowHow.code().isEmpty()) {
      file.add(
          row(
              person,
              "DES",
              "Diplôme d'études spécialisées",
              "DES" + knowHow.code(),
              "DES " + knowHow.label()));
    }
    while (chance.percent(40)) {
      int which = chance.below(FURTHER.size());
      file.add(
          row(person, "DU", "Diplôme d'université", "DU0" + which, "DU " + FURTHER.get(which)));
    }
    if (chance.oneIn(50)) {
      file.add(
          row(person, "", "", "", "")
              .with(DiplomaColumn.AUTHORISATION_TYPE_CODE, "AUT01")
              .with(DiplomaColumn.AUTHORISATION_TYPE, "Autorisation d'exercice")
              .with(DiplomaColumn.DISCIPLINE_CODE, "D" + person.profession().code())
              .with(DiplomaColumn.DISCIPLINE, profession));
    }
  }

  private static Row<DiplomaColumn> row(
      Person person, String typeCode, String type, String code, String label) {
    return Row.of(DiplomaColumn.class)
        .with(DiplomaColumn.IDENTIFIER_TYPE, person.number().type())
        .with(DiplomaColumn.IDENTIFIER, person.number().identifier())
        .with(DiplomaColumn.NATIONAL_ID, person.number().nationalId())
        .with(DiplomaColumn.FAMILY_NAME, person.familyText())
        .with(DiplomaColumn.GIVEN_NAME, person.givenText())
        .with(DiplomaColumn.DIPLOMA_TYPE_CODE, typeCode)
        .with(DiplomaColumn.DIPLOMA_TYPE, type)
        .with(DiplomaColumn.DIPLOMA_CODE, code)
        .with(DiplomaColumn.DIPLOMA, label);
  }
}
