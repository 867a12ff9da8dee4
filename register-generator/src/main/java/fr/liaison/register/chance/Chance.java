package fr.liaison.register.chance;

import java.util.List;

/**
 * A sequence of random numbers fixed by a seed, a stream and an index (SplitMix64, written out
 * because no library promises the same numbers for ever). Not safe for concurrent use.
 */
public final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private long state;

  private Chance(long state) {
    this.state = state;
  }

  /** The sequence of one thing, such as person 12 or structure 7, independent of all others. */
  public static Chance of(long seed, int stream, long index) {
    return new Chance(mix(mix(mix(seed + GOLDEN) + stream * GOLDEN) + index * GOLDEN));
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** A number from 0 to just under the bound. */
  public long below(long bound) {
    return Math.unsignedMultiplyHigh(next(), bound);
  }

  public int below(int bound) {
    return (int) below((long) bound);
  }

  public boolean percent(int share) {
    return below(100) < share;
  }

  public boolean oneIn(int many) {
    return below(many) == 0;
  }

  public <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
