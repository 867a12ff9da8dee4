package fr.liaison.mls.group;

import fr.liaison.mls.codec.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Ways to damage bytes, seeded. */
record Mutations(Random random, List<Bytes> corpus) {
  private static final byte[][] LENGTHS = {
    {0},
    {0x3F},
    {0x40, 0x40},
    {0x7F, (byte) 0xFF},
    {(byte) 0xBF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF},
    {(byte) 0x80, 0, 0x40, 0},
    {(byte) 0xC0},
    {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF}
  };

  /** One to three damages. */
  Bytes of(Bytes genuine) {
    byte[] bytes = genuine.toArray();
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      bytes = once(bytes);
    }
    return Bytes.of(bytes);
  }

  private byte[] once(byte[] in) {
    if (in.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    int at = random.nextInt(in.length);
    int until = Math.min(in.length, at + 1 + random.nextInt(64));
    return switch (random.nextInt(8)) {
      case 0 -> flipped(in, at, 1 << random.nextInt(8));
      case 1 -> flipped(in, at, 1 + random.nextInt(255));
      case 2 -> joined(in, 0, at, new byte[0], in.length);
      case 3 -> joined(in, 0, at, new byte[0], until);
      case 4 -> joined(in, 0, until, slice(in, at, until), until);
      case 5 -> {
        byte[] length = LENGTHS[random.nextInt(LENGTHS.length)];
        yield joined(in, 0, at, length, Math.min(in.length, at + length.length));
      }
      case 6 -> {
        byte[] other = corpus.get(random.nextInt(corpus.size())).array();
        int from = random.nextInt(other.length);
        int to = Math.min(other.length, from + 1 + random.nextInt(200));
        yield joined(in, 0, at, slice(other, from, to), Math.min(in.length, at + to - from));
      }
      default -> {
        byte[] noise = new byte[1 + random.nextInt(8)];
        random.nextBytes(noise);
        yield joined(in, 0, at, noise, random.nextBoolean() ? at : until);
      }
    };
  }

  private static byte[] flipped(byte[] in, int at, int mask) {
    byte[] out = in.clone();
    out[at] ^= (byte) mask;
    return out;
  }

  private static byte[] slice(byte[] in, int from, int to) {
    return java.util.Arrays.copyOfRange(in, from, to);
  }

  private static byte[] joined(byte[] in, int from, int to, byte[] middle, int rest) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(in, from, to - from);
    out.writeBytes(middle);
    out.write(in, rest, in.length - rest);
    return out.toByteArray();
  }
}
