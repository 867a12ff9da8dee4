package fr.liaison.register.person;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.place.Commune;
import fr.liaison.register.profession.Profession;
import fr.liaison.register.structure.StructureKind;

/** What people do where they practise: care mostly, and some replace others or care for nobody. */
final class Duties {
  private Duties() {}

  static Activity.Duty duty(Mode mode, Chance chance) {
    if (mode == Mode.SELF_EMPLOYED) {
      return chance.oneIn(20) ? Activity.Duty.REPLACEMENT : Activity.Duty.CARE;
    }
    return chance.oneIn(15)
        ? Activity.Duty.NO_CARE
        : chance.oneIn(60) ? Activity.Duty.COORDINATION : Activity.Duty.CARE;
  }

  static Activity.Role role(
      Profession profession,
      StructureKind kind,
      Activity.Duty duty,
      Commune commune,
      Chance chance) {
    if (profession.code().equals(Profession.PHARMACIST)) {
      return section(kind, commune, chance);
    }
    if (duty.equals(Activity.Duty.REPLACEMENT)) {
      return Activity.Role.function("FON-22", "Remplaçant");
    }
    return kind == StructureKind.PRACTICE
        ? Activity.Role.function("FON-01", "Titulaire de cabinet")
        : Activity.Role.NONE;
  }

  static Activity.Role ofStudent(Profession profession) {
    return profession.code().equals(Profession.PHYSICIAN)
        ? Activity.Role.function("FON-48", "Interne")
        : Activity.Role.NONE;
  }

  private static Activity.Role section(StructureKind kind, Commune commune, Chance chance) {
    if (commune.department().code().length() == 3) {
      return Activity.Role.section("E", "Pharmaciens d'outre-mer");
    }
    return switch (kind) {
      case PHARMACY ->
          chance.percent(40)
              ? Activity.Role.section("A", "Titulaires d'officine")
              : Activity.Role.section("D", "Adjoints et autres exercices");
      case LABORATORY -> Activity.Role.section("G", "Biologistes médicaux");
      default -> Activity.Role.section("H", "Etablissements de santé");
    };
  }
}
