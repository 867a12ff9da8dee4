package fr.liaison.conversation.roster;

/** What a conversation is for. The names are wire and column values. */
public enum Kind {
  /** Two persons, for ever the same, with any of their devices. */
  direct,
  /** Any number of persons; only devices are limited. */
  group;

  public String wireName() {
    return name();
  }

  /** How many different persons may ever have been in such a conversation. */
  public int mostPersons() {
    return switch (this) {
      case direct -> 2;
      case group -> Integer.MAX_VALUE;
    };
  }
}
