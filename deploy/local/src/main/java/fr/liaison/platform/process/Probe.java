package fr.liaison.platform.process;

/** One question put to a starting child: does it serve yet? An exception counts as "not yet". */
@FunctionalInterface
public interface Probe {
  boolean ready() throws Exception;
}
