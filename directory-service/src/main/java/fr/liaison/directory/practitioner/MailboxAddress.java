package fr.liaison.directory.practitioner;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses of MSSanté mailboxes are taken, from whatever source: none of a patient, whose
 * address is the patient's national number.
 */
public final class MailboxAddress {
  public static final int LONGEST = 254;

  private static final Pattern ADDRESS =
      Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{}~-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)+");
  private static final Pattern OF_PATIENT = Pattern.compile(".*@([a-z0-9-]+\\.)*patient\\..*");

  private MailboxAddress() {}

  /** As it is stored; empty where it is none. */
  public static Optional<String> of(String stated) {
    String address = stated.toLowerCase(Locale.ROOT);
    return address.length() > LONGEST
            || !ADDRESS.matcher(address).matches()
            || OF_PATIENT.matcher(address).matches()
        ? Optional.empty()
        : Optional.of(address);
  }
}
