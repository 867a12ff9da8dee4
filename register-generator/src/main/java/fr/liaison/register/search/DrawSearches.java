package fr.liaison.register.search;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.person.People;
import fr.liaison.register.person.Person;
import fr.liaison.register.place.Address;
import fr.liaison.register.profession.EverydayWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Draws searches for people of a register. Where the register is too small to have somebody for a
 * search, there are fewer of them.
 */
public final class DrawSearches {
  private static final int STREAM = 6;
  private static final int MISSPELT = 300;
  private static final int ATTEMPTS = 1_000;

  private final People people;
  private final Misspell misspell;
  private final Chance chance;

  public DrawSearches(long seed, People people, Misspell misspell) {
    this.people = people;
    this.misspell = misspell;
    this.chance = Chance.of(seed, STREAM, 0);
  }

  /** Searches with a mistake each, every kind of mistake as often. */
  public Labels misspelt() {
    List<Search> searches = new ArrayList<>();
    Typo[] typos = Typo.values();
    for (int i = 0; i < MISSPELT; i++) {
      Typo typo = typos[i % typos.length];
      draw(person -> misspelt(person, typo, typo.code())).ifPresent(searches::add);
    }
    return new Labels(searches);
  }

  /** A thousand searches as people make them, in a fixed mix. */
  public Labels realistic() {
    List<Search> searches = new ArrayList<>();
    Typo[] typos = Typo.values();
    for (Asked asked : Asked.values()) {
      for (int i = 0; i < asked.many(); i++) {
        Typo typo = typos[i % typos.length];
        draw(person -> search(person, asked, typo)).ifPresent(searches::add);
      }
    }
    return new Labels(searches);
  }

  private Optional<Search> draw(Function<Person, Optional<Search>> search) {
    for (int i = 0; i < ATTEMPTS; i++) {
      Person person = people.person(chance.below(people.many()));
      Optional<Search> drawn = person.readable() ? search.apply(person) : Optional.empty();
      if (drawn.isPresent()) {
        return drawn;
      }
    }
    return Optional.empty();
  }

  private Optional<Search> search(Person person, Asked asked, Typo typo) {
    String given = Typed.name(person.given(), chance);
    String family = Typed.name(person.family(), chance);
    Search named =
        new Search(Typed.both(given, family, chance), Wanted.named(person), asked.code());
    return switch (asked) {
      case NAME -> Optional.of(named);
      case NAME_PROFESSION -> withProfession(named, person);
      case NAME_TOWN -> withTown(named, person);
      case NAME_DEPARTMENT -> withDepartment(named, person);
      case INITIAL_NAME -> {
        String initial = given.substring(0, 1) + (chance.oneIn(2) ? ". " : " ");
        yield Optional.of(new Search(initial + family, Wanted.initial(person), asked.code()));
      }
      case PROFESSION_TOWN -> professionAndTown(person, asked.code());
      case MISSPELT -> misspelt(person, typo, asked.code());
    };
  }

  private Optional<Search> misspelt(Person person, Typo typo, String kind) {
    return misspell
        .both(person, typo, chance)
        .map(text -> new Search(text, Wanted.named(person), kind))
        .flatMap(
            named ->
                switch (chance.below(4)) {
                  case 0 -> Optional.of(named);
                  case 1 -> withProfession(named, person);
                  case 2 -> withTown(named, person);
                  default -> withDepartment(named, person);
                });
  }

  private Optional<Search> withProfession(Search named, Person person) {
    return Typed.word(person, chance)
        .map(word -> more(named, word.text(), named.wanted().with(word)));
  }

  private Optional<Search> withTown(Search named, Person person) {
    return Typed.address(person)
        .map(at -> more(named, Typed.town(at, chance), named.wanted().inCity(at.cityKey())));
  }

  private Optional<Search> withDepartment(Search named, Person person) {
    return Typed.address(person)
        .map(Address::departmentCode)
        .map(code -> more(named, code, named.wanted().inDepartment(code)));
  }

  private static Search more(Search named, String text, Wanted wanted) {
    return new Search(named.text() + " " + text, wanted, named.kind());
  }

  private Optional<Search> professionAndTown(Person person, String kind) {
    Optional<EverydayWord> word = Typed.word(person, chance);
    Optional<Address> address = Typed.address(person).filter(one -> !Typed.divided(one));
    return word.flatMap(
        is ->
            address.map(
                at ->
                    new Search(
                        is.text() + " " + Typed.town(at, chance),
                        Wanted.anybody(is, at.cityKey()),
                        kind)));
  }
}
