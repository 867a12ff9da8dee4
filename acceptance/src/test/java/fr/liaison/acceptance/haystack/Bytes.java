package fr.liaison.acceptance.haystack;

/** Searching bytes in bytes. */
final class Bytes {
  private Bytes() {}

  /** Where the needle begins, or -1. */
  static int indexOf(byte[] hay, byte[] needle) {
    byte first = needle[0];
    for (int start = 0; start <= hay.length - needle.length; start++) {
      if (hay[start] == first && matches(hay, needle, start)) {
        return start;
      }
    }
    return -1;
  }

  private static boolean matches(byte[] hay, byte[] needle, int start) {
    for (int i = 1; i < needle.length; i++) {
      if (hay[start + i] != needle[i]) {
        return false;
      }
    }
    return true;
  }
}
