package fr.liaison.conversation.commit;

/** By which door a commit comes. */
public enum Entrance {
  /** From a device of the roster. */
  MEMBER,
  /** From a device of somebody in the conversation, which enters or replaces itself thereby. */
  OWN_DEVICE
}
