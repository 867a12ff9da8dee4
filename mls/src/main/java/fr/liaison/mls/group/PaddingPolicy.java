package fr.liaison.mls.group;

/** How long the content of a private message is made, so that its length tells less. */
@FunctionalInterface
public interface PaddingPolicy {
  /** No padding. */
  PaddingPolicy NONE = length -> length;

  /** Powers of two from 256 bytes to 16 KiB, then multiples of 16 KiB. */
  PaddingPolicy BUCKETS =
      length -> {
        int smallest = 256;
        int largest = 1 << 14;
        if (length > largest) {
          return Math.multiplyExact(Math.ceilDiv(length, largest), largest);
        }
        return Math.max(smallest, Integer.highestOneBit(Math.max(1, length - 1)) << 1);
      };

  /** At least {@code length}, the bytes of content, signature and tag together. */
  int paddedLength(int length);
}
