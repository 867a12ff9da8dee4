package fr.liaison.client.attachment;

/** Padmé lengths: at most 12 % more, and only O(log log n) bits of the real length stay visible. */
final class Padme {
  private Padme() {}

  static long padded(long length) {
    if (length < 2) {
      return length;
    }
    int exponent = 63 - Long.numberOfLeadingZeros(length);
    int kept = 31 - Integer.numberOfLeadingZeros(Math.max(1, exponent)) + 1;
    long step = exponent == 0 ? 1 : 1L << Math.max(0, exponent - kept);
    return Math.ceilDiv(length, step) * step;
  }
}
