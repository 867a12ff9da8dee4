package fr.liaison.register.search;

import fr.liaison.register.person.Activity;
import fr.liaison.register.person.Person;
import fr.liaison.register.place.Address;
import fr.liaison.register.profession.EverydayWord;
import fr.liaison.register.structure.Structure;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is meant by a search: all who bear the family name and the given name (or one with the
 * initial) in any spelling, and practise the profession, in the town, in the department at any of
 * their places. What is empty or null is not asked for.
 */
record Wanted(
    String familyKey,
    String givenKey,
    String initial,
    @Nullable EverydayWord profession,
    String cityKey,
    String departmentCode) {

  static Wanted named(Person person) {
    return new Wanted(person.family().key(), person.given().key(), "", null, "", "");
  }

  static Wanted initial(Person person) {
    String initial = person.given().key().substring(0, 1);
    return new Wanted(person.family().key(), "", initial, null, "", "");
  }

  static Wanted anybody(EverydayWord profession, String cityKey) {
    return new Wanted("", "", "", profession, cityKey, "");
  }

  Wanted with(EverydayWord word) {
    return new Wanted(familyKey, givenKey, initial, word, cityKey, departmentCode);
  }

  Wanted inCity(String key) {
    return new Wanted(familyKey, givenKey, initial, profession, key, departmentCode);
  }

  Wanted inDepartment(String code) {
    return new Wanted(familyKey, givenKey, initial, profession, cityKey, code);
  }

  boolean matches(Person person) {
    return person.readable()
        && (familyKey.isEmpty() || familyKey.equals(person.family().key()))
        && (givenKey.isEmpty() || givenKey.equals(person.given().key()))
        && person.given().key().startsWith(initial)
        && (profession == null || anyOf(person, this::practised))
        && (cityKey.isEmpty() || anywhere(person, one -> cityKey.equals(one.cityKey())))
        && (departmentCode.isEmpty()
            || anywhere(person, one -> departmentCode.equals(one.departmentCode())));
  }

  private boolean practised(Person person, Activity activity) {
    return profession == null
        || profession.means(person.profession().code(), activity.knowHow().code());
  }

  private interface Practised {
    boolean test(Person person, Activity activity);
  }

  private static boolean anyOf(Person person, Practised practised) {
    return person.activities().stream().anyMatch(activity -> practised.test(person, activity));
  }

  private static boolean anywhere(Person person, Predicate<Address> there) {
    return anyOf(
        person,
        (one, activity) -> {
          @Nullable Structure structure = activity.structure();
          @Nullable Address address = structure == null ? null : structure.address();
          return address != null && there.test(address);
        });
  }
}
