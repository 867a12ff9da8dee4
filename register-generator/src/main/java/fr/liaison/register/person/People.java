package fr.liaison.register.person;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.defect.Defect;
import fr.liaison.register.name.FamilyNames;
import fr.liaison.register.name.GivenNames;
import fr.liaison.register.name.Name;
import fr.liaison.register.profession.Profession;
import fr.liaison.register.profession.Professions;
import java.util.Locale;
import java.util.Set;

/** The people of a register, each made from the seed and their number alone; none is kept. */
public final class People {
  private static final int STREAM = 4;

  /** Only every so many-th person may have an ADELI number, so that six digits suffice for all. */
  private static final int ADELI_APART = 4;

  private static final Set<String> WITH_STUDENTS =
      Set.of(Profession.PHYSICIAN, Profession.PHARMACIST, Profession.DENTIST, Profession.MIDWIFE);

  private final long seed;
  private final Population population;
  private final FamilyNames familyNames;
  private final GivenNames givenNames;
  private final Professions professions = new Professions();
  private final Activities activities;

  public People(
      long seed,
      Population population,
      FamilyNames familyNames,
      GivenNames givenNames,
      Activities activities) {
    this.seed = seed;
    this.population = population;
    this.familyNames = familyNames;
    this.givenNames = givenNames;
    this.activities = activities;
  }

  public long many() {
    return population.people();
  }

  public Person person(long index) {
    Chance chance = Chance.of(seed, STREAM, index);
    boolean adeli =
        index % ADELI_APART == 0 && chance.below(1000) < professions.adeliPerMille() * ADELI_APART;
    Profession profession = adeli ? professions.adeli(chance) : professions.rpps(chance);
    NationalNumber number =
        adeli ? NationalNumber.adeli(index / ADELI_APART) : NationalNumber.rpps(index);
    boolean woman = chance.percent(profession.women());
    Name family = familyNames.pick(chance);
    Name given = givenNames.pick(woman, chance);
    Category category = category(profession, chance);
    String familyText = chance.oneIn(4) ? family.text().toUpperCase(Locale.ROOT) : family.plain();
    String givenText = chance.oneIn(6) ? given.plain() : given.text();
    boolean professor = profession.code().equals(Profession.PHYSICIAN) && chance.oneIn(50);
    Defect defect = population.defect(index);
    Activities.Worker worker = new Activities.Worker(number, profession, category, family.plain());
    return new Person(
        index,
        number,
        woman,
        family,
        familyText,
        given,
        givenText,
        profession,
        category,
        professor,
        activities.of(worker, professions, population.activities(index), defect, chance),
        defect);
  }

  private static Category category(Profession profession, Chance chance) {
    if (WITH_STUDENTS.contains(profession.code())
        && chance.percent(profession.code().equals(Profession.PHYSICIAN) ? 16 : 9)) {
      return Category.STUDENT;
    }
    return chance.below(1000) < 6 ? Category.MILITARY : Category.CIVILIAN;
  }
}
