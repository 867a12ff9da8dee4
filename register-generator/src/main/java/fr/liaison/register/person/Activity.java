package fr.liaison.register.person;

import fr.liaison.register.profession.KnowHow;
import fr.liaison.register.structure.Structure;
import org.jspecify.annotations.Nullable;

/**
 * What a person does at one place: a row of the register.
 *
 * @param structure null for people without a place, such as students and the retired
 */
public record Activity(
    KnowHow knowHow, Mode mode, @Nullable Structure structure, Duty duty, Role role) {

  /** Genre d'activité. */
  public record Duty(String code, String label) {
    static final Duty CARE = new Duty("GENR01", "Activité de soin et de pharmacie");
    static final Duty REPLACEMENT = new Duty("GENR02", "Remplacement");
    static final Duty NO_CARE = new Duty("GENR04", "Activité non soignante");
    static final Duty COORDINATION = new Duty("GENR08", "Coordination et orientation");
    static final Duty NONE = new Duty("", "");
  }

  /** Rôle, and the pharmacists' section; empty for most. */
  public record Role(String code, String label, String sectionCode, String section) {
    static final Role NONE = new Role("", "", "", "");

    static Role function(String code, String label) {
      return new Role(code, label, "", "");
    }

    static Role section(String code, String label) {
      return new Role("", "", code, label);
    }
  }
}
