package fr.liaison.client.attachment;

import java.io.IOException;

/** The disk has no room for the sealed copy of a file; nothing was begun. */
public final class SpoolFull extends IOException {
  private static final long serialVersionUID = 1L;

  SpoolFull(long needed, long usable) {
    super("bytes needed: " + needed + " (usable: " + usable + ")");
  }
}
