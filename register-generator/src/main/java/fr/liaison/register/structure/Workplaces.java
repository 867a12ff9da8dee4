package fr.liaison.register.structure;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.chance.Weighted;
import fr.liaison.register.profession.Profession;
import fr.liaison.register.profession.Setting;
import java.util.List;

/** Who works in which kind of structure. */
public final class Workplaces {
  private record Share(StructureKind kind, int weight) {}

  private static final Weighted<Share> CARE =
      shares(
          new Share(StructureKind.HOSPITAL, 55),
          new Share(StructureKind.CLINIC, 14),
          new Share(StructureKind.CARE_HOME, 11),
          new Share(StructureKind.NONPROFIT, 9),
          new Share(StructureKind.HEALTH_CENTRE, 6),
          new Share(StructureKind.DISABILITY, 5));
  private static final Weighted<Share> LABORATORY =
      shares(new Share(StructureKind.LABORATORY, 65), new Share(StructureKind.HOSPITAL, 35));
  private static final Weighted<Share> PHARMACY =
      shares(
          new Share(StructureKind.PHARMACY, 80),
          new Share(StructureKind.HOSPITAL, 13),
          new Share(StructureKind.LABORATORY, 7));

  private Workplaces() {}

  /** Where somebody employed works. */
  public static StructureKind employed(Profession profession, Chance chance) {
    return switch (profession.setting()) {
      case CARE -> CARE.pick(chance).kind();
      case HOSPITAL -> StructureKind.HOSPITAL;
      case PHARMACY -> PHARMACY.pick(chance).kind();
      case LABORATORY -> LABORATORY.pick(chance).kind();
      case APPLIANCE -> StructureKind.APPLIANCE;
    };
  }

  /** Where somebody self-employed works. */
  public static StructureKind selfEmployed(Profession profession, Chance chance) {
    if (profession.setting() == Setting.PHARMACY) {
      return StructureKind.PHARMACY;
    }
    if (profession.setting() == Setting.APPLIANCE) {
      return StructureKind.APPLIANCE;
    }
    return chance.percent(62) ? StructureKind.PRACTICE : StructureKind.GROUP_PRACTICE;
  }

  private static Weighted<Share> shares(Share... shares) {
    return Weighted.of(List.of(shares), Share::weight);
  }
}
