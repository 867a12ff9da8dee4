package fr.liaison.conversation.log;

/** What an entry carries. The names are wire and column values. */
public enum EntryKind {
  /** An MLS PublicMessage that opens the next epoch. */
  commit,
  /** An MLS PrivateMessage of its epoch. */
  message,
  /** An MLS PublicMessage by which the server asks the members of its epoch to remove a device. */
  proposal
}
