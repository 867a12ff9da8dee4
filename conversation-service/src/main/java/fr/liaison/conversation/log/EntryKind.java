package fr.liaison.conversation.log;

/** What an entry carries. The names are wire and column values. */
public enum EntryKind {
  /** An MLS PublicMessage that opens the next epoch. */
  commit,
  /** An MLS PrivateMessage of its epoch. */
  message
}
