package fr.liaison.platform.process;

/** The user a child runs as. */
public enum Owner {
  /** Whoever runs this JVM. */
  SELF,
  /** The user nobody when this JVM runs as root, for programs that refuse root; else like SELF. */
  NEVER_ROOT
}
