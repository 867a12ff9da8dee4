package fr.liaison.directory.topup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's entries say beside names, professions and places: codes, with words where the
 * source has some. Prints nothing.
 */
record SourceDetails(
    Part<Skill> skills,
    Part<Diploma> diplomas,
    Part<Authorisation> authorisations,
    Part<Mailbox> mailboxes) {

  /**
   * What the entries say of one kind. Where they carry none of it, nothing is said: whatever the
   * directory knows stays. Where they carry some that cannot be read, it is not whole: what is
   * missing may be there.
   */
  record Part<T>(List<T> stated, boolean carried, boolean whole) {}

  record Skill(String code, @Nullable String label, @Nullable String type) {}

  record Diploma(String code, String typeCode, @Nullable String label, @Nullable String type) {}

  /** Where it is {@code limited} without a discipline, nobody said to what in words. */
  record Authorisation(
      String code, @Nullable String label, boolean limited, @Nullable String discipline) {}

  /** One that is {@code hidden} is on the red list, or was given up. */
  record Mailbox(
      String address,
      boolean hidden,
      @Nullable String service,
      @Nullable String structureName,
      @Nullable Boolean paperless) {
    @Override
    public String toString() {
      return "Mailbox[]";
    }
  }

  @Override
  public String toString() {
    return "SourceDetails[]";
  }
}
