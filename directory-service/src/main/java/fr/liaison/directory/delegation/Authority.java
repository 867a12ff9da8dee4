package fr.liaison.directory.delegation;

import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, whom they may have replaced, and by the right of which structure if not their
 * own.
 */
record Authority(Practitioner caller, Practitioner replaced, @Nullable String structureId) {
  PractitionerId callerId() {
    return new PractitionerId(caller.id());
  }

  PractitionerId replacedId() {
    return new PractitionerId(replaced.id());
  }
}
