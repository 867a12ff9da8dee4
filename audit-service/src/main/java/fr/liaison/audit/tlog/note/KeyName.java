package fr.liaison.audit.tlog.note;

import fr.liaison.audit.tlog.merkle.MalformedLogDataException;

/** The name a key signs under, for a log also its origin: not empty, no space, no plus sign. */
public record KeyName(String value) {

  public KeyName {
    boolean refused =
        value.codePoints().anyMatch(c -> Character.isSpaceChar(c) || c < 0x20 || c == '+');
    if (value.isEmpty() || refused) {
      throw new MalformedLogDataException("a key name is not empty and has no space or plus sign");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
