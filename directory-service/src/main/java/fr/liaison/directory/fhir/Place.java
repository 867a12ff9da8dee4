package fr.liaison.directory.fhir;

import fr.liaison.directory.search.index.FoundStructure;
import java.util.List;
import java.util.regex.Pattern;

/** A structure with its mailboxes. */
record Place(FoundStructure structure, List<Mailbox> mailboxes) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  /** A mailbox of a structure, of a program or of a practice there: of type ORG, APP or CAB. */
  record Mailbox(String address, String kind) {}

  /** Whether the technical identifier can be an id in FHIR, as those of the register can. */
  static boolean canBeId(String structureId) {
    return ID.matcher(structureId).matches();
  }
}
