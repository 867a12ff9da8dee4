package fr.liaison.platform.process;

/** How a child is asked to stop, and what it receives when this JVM dies. */
public enum Signal {
  TERM,
  INT
}
