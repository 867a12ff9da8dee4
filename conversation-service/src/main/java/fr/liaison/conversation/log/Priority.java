package fr.liaison.conversation.log;

/** How soon somebody must react. The names are wire and column values. */
public enum Priority {
  routine,
  urgent
}
