package fr.liaison.register.extraction;

import fr.liaison.register.layout.ActivityColumn;
import fr.liaison.register.layout.Row;
import fr.liaison.register.person.Activity;
import fr.liaison.register.person.Person;
import fr.liaison.register.profession.Profession;
import fr.liaison.register.structure.Structure;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's rows in {@code PS_LibreAcces_Personne_activite}, before anything is wrong with them.
 */
final class ActivityRows {
  private static final Set<String> DOCTORS =
      Set.of(Profession.PHYSICIAN, Profession.DENTIST, Profession.PHARMACIST);

  private ActivityRows() {}

  static Row<ActivityColumn> of(Person person, Activity activity) {
    Row<ActivityColumn> row = Row.of(ActivityColumn.class);
    person(person, row);
    row.with(ActivityColumn.KNOW_HOW_TYPE_CODE, activity.knowHow().typeCode())
        .with(ActivityColumn.KNOW_HOW_TYPE, activity.knowHow().type())
        .with(ActivityColumn.KNOW_HOW_CODE, activity.knowHow().code())
        .with(ActivityColumn.KNOW_HOW, activity.knowHow().label())
        .with(ActivityColumn.MODE_CODE, activity.mode().code())
        .with(ActivityColumn.MODE, activity.mode().label())
        .with(ActivityColumn.PHARMACIST_SECTION_CODE, activity.role().sectionCode())
        .with(ActivityColumn.PHARMACIST_SECTION, activity.role().section())
        .with(ActivityColumn.ROLE_CODE, activity.role().code())
        .with(ActivityColumn.ROLE, activity.role().label())
        .with(ActivityColumn.ACTIVITY_CODE, activity.duty().code())
        .with(ActivityColumn.ACTIVITY, activity.duty().label());
    @Nullable Structure structure = activity.structure();
    if (structure != null) {
      StructureCells.fill(structure, row);
    }
    return row;
  }

  private static void person(Person person, Row<ActivityColumn> row) {
    row.with(ActivityColumn.IDENTIFIER_TYPE, person.number().type())
        .with(ActivityColumn.IDENTIFIER, person.number().identifier())
        .with(ActivityColumn.NATIONAL_ID, person.number().nationalId())
        .with(ActivityColumn.CIVILITY_CODE, person.woman() ? "MME" : "M")
        .with(ActivityColumn.CIVILITY, person.woman() ? "Madame" : "Monsieur")
        .with(ActivityColumn.FAMILY_NAME, person.familyText())
        .with(ActivityColumn.GIVEN_NAME, person.givenText())
        .with(ActivityColumn.PROFESSION_CODE, person.profession().code())
        .with(ActivityColumn.PROFESSION, person.profession().label())
        .with(ActivityColumn.CATEGORY_CODE, person.category().code())
        .with(ActivityColumn.CATEGORY, person.category().label())
        .with(ActivityColumn.AUTHORITY, person.profession().authority());
    if (DOCTORS.contains(person.profession().code())) {
      row.with(ActivityColumn.EXERCISE_CIVILITY_CODE, person.professor() ? "PR" : "DR")
          .with(ActivityColumn.EXERCISE_CIVILITY, person.professor() ? "Professeur" : "Docteur");
    }
  }
}
