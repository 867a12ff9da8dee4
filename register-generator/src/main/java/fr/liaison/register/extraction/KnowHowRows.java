package fr.liaison.register.extraction;

import fr.liaison.register.layout.KnowHowColumn;
import fr.liaison.register.layout.Row;
import fr.liaison.register.person.Activity;
import fr.liaison.register.person.Person;

/** A person's rows in {@code PS_LibreAcces_SavoirFaire}: one for each skill, none for most. */
final class KnowHowRows {
  private KnowHowRows() {}

  static void write(Person person, LineFile file) {
    person.activities().stream()
        .map(Activity::knowHow)
        .filter(one -> !one.code().isEmpty())
        .distinct()
        .map(
            one ->
                Row.of(KnowHowColumn.class)
                    .with(KnowHowColumn.IDENTIFIER_TYPE, person.number().type())
                    .with(KnowHowColumn.IDENTIFIER, person.number().identifier())
                    .with(KnowHowColumn.NATIONAL_ID, person.number().nationalId())
                    .with(KnowHowColumn.FAMILY_NAME, person.familyText())
                    .with(KnowHowColumn.GIVEN_NAME, person.givenText())
                    .with(KnowHowColumn.PROFESSION_CODE, person.profession().code())
                    .with(KnowHowColumn.PROFESSION, person.profession().label())
                    .with(KnowHowColumn.CATEGORY_CODE, person.category().code())
                    .with(KnowHowColumn.CATEGORY, person.category().label())
                    .with(KnowHowColumn.KNOW_HOW_TYPE_CODE, one.typeCode())
                    .with(KnowHowColumn.KNOW_HOW_TYPE, one.type())
                    .with(KnowHowColumn.KNOW_HOW_CODE, one.code())
                    .with(KnowHowColumn.KNOW_HOW, one.label()))
        .forEach(file::add);
  }
}
