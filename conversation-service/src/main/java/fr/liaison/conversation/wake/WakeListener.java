package fr.liaison.conversation.wake;

/** Whoever serves connected devices. Called on the committing thread, so it only takes note. */
public interface WakeListener {
  void woken(Wake wake);
}
