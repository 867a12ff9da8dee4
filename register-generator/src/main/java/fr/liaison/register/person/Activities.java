package fr.liaison.register.person;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.defect.Defect;
import fr.liaison.register.place.Commune;
import fr.liaison.register.place.Communes;
import fr.liaison.register.profession.KnowHow;
import fr.liaison.register.profession.Profession;
import fr.liaison.register.profession.Professions;
import fr.liaison.register.structure.Structure;
import fr.liaison.register.structure.StructureKind;
import fr.liaison.register.structure.Structures;
import fr.liaison.register.structure.Workplaces;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody practises and how: one home commune, further places mostly in it or its
 * department; a physician's second row may be a second skill at the first place.
 */
public final class Activities {
  private final Communes communes;
  private final Structures structures;

  public Activities(Communes communes, Structures structures) {
    this.communes = communes;
    this.structures = structures;
  }

  record Worker(
      NationalNumber number, Profession profession, Category category, String familyName) {
    boolean student() {
      return category == Category.STUDENT;
    }
  }

  List<Activity> of(
      Worker worker, Professions professions, int many, Defect defect, Chance chance) {
    KnowHow knowHow =
        worker.student() ? KnowHow.NONE : professions.knowHow(worker.profession(), chance);
    Commune home = communes.pick(chance);
    List<Activity> activities = new ArrayList<>(many);
    activities.add(first(worker, knowHow, home, defect, chance));
    for (int rank = 2; rank <= many; rank++) {
      Activity next =
          rank == 2 && !knowHow.equals(KnowHow.NONE) && chance.oneIn(4)
              ? withSkill(activities.getFirst(), professions.knowHow(worker.profession(), chance))
              : at(worker, knowHow, near(home, chance), rank, chance);
      while (activities.contains(next)) { // the same row twice is a defect, and planned elsewhere
        next = at(worker, knowHow, communes.pick(chance), rank, chance);
      }
      activities.add(next);
    }
    return activities;
  }

  private Commune near(Commune home, Chance chance) {
    return chance.percent(75) ? home : communes.in(home.department(), chance);
  }

  private static Activity withSkill(Activity before, KnowHow second) {
    return new Activity(second, before.mode(), before.structure(), before.duty(), before.role());
  }

  private Activity first(
      Worker worker, KnowHow knowHow, Commune home, Defect defect, Chance chance) {
    Activity usual = at(worker, knowHow, home, 1, chance);
    boolean placeless = worker.student() ? chance.percent(45) : chance.percent(4);
    boolean needsPlace = defect == Defect.MISSING_ADDRESS || defect == Defect.ABROAD;
    @Nullable Structure structure = usual.structure();
    if (structure == null || defect == Defect.MISSING_STRUCTURE || (placeless && !needsPlace)) {
      return new Activity(knowHow, Mode.NONE, null, Activity.Duty.NONE, Activity.Role.NONE);
    }
    Structure changed =
        defect == Defect.MISSING_ADDRESS || chance.oneIn(100)
            ? structure.withoutAddress()
            : defect == Defect.ABROAD || chance.oneIn(400)
                ? structure.at(structures.abroad(chance))
                : structure;
    return new Activity(knowHow, usual.mode(), changed, usual.duty(), usual.role());
  }

  private Activity at(Worker worker, KnowHow knowHow, Commune commune, int rank, Chance chance) {
    Profession profession = worker.profession();
    if (worker.student()) {
      Structure hospital = structures.in(commune, StructureKind.HOSPITAL, chance);
      return new Activity(
          knowHow, Mode.EMPLOYED, hospital, Activity.Duty.CARE, Duties.ofStudent(profession));
    }
    boolean own =
        chance.percent(profession.selfEmployed()) && worker.category() != Category.MILITARY;
    StructureKind kind =
        worker.category() == Category.MILITARY
            ? StructureKind.HOSPITAL
            : own
                ? Workplaces.selfEmployed(profession, chance)
                : Workplaces.employed(profession, chance);
    Structure structure =
        kind == StructureKind.PRACTICE
            ? structures.practice(
                commune,
                worker.number().type().equals("0"),
                worker.number().identifier(),
                rank,
                worker.familyName(),
                chance)
            : structures.in(commune, kind, chance);
    Mode mode = own ? Mode.SELF_EMPLOYED : chance.oneIn(300) ? Mode.VOLUNTEER : Mode.EMPLOYED;
    Activity.Duty duty = Duties.duty(mode, chance);
    return new Activity(
        knowHow, mode, structure, duty, Duties.role(profession, kind, duty, commune, chance));
  }
}
