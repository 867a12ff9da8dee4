package fr.liaison.directory.fhir;

import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.MailboxAddress;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.Skill;
import java.util.List;

/**
 * A person with all that FHIR shows of them; skills and qualifications stand on the card. Prints
 * only the id.
 */
record Professional(
    Practitioner card, List<Exercise> exercises, List<Practitioner.Mailbox> mailboxes) {
  /** What the file of skills says, whatever the exercises say. */
  List<Skill> skills() {
    List<Skill> skills = card.skills();
    return skills == null ? List.of() : skills;
  }

  /** Diplomas and authorisations. */
  List<Qualification> qualifications() {
    List<Qualification> qualifications = card.qualifications();
    return qualifications == null ? List.of() : qualifications;
  }

  /** Whether this is the address of one of theirs, in whatever case. */
  boolean hasMailbox(String address) {
    return MailboxAddress.of(address)
        .filter(wanted -> mailboxes.stream().anyMatch(one -> one.address().equals(wanted)))
        .isPresent();
  }

  @Override
  public String toString() {
    return "Professional[" + card.id() + "]";
  }
}
