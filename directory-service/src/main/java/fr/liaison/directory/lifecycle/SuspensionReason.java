package fr.liaison.directory.lifecycle;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody may not take part for now. */
public enum SuspensionReason {
  /** Somebody else may hold the login or a device. */
  compromise,
  /** The rules of use were broken. */
  misuse,
  /** An order, an agency or a court asked for it. */
  authority,
  /** Until something is cleared up. */
  inquiry,
  /** The person asked for it. */
  request;

  static Optional<SuspensionReason> parse(String text) {
    return Arrays.stream(values()).filter(reason -> reason.name().equals(text)).findFirst();
  }
}
