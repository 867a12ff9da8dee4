package fr.liaison.acceptance.mls.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Choices that a seed decides. */
record Draw(Random random) {
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  Library library() {
    return one(Arrays.asList(Library.values()));
  }

  <T> T one(List<T> all) {
    return all.get(below(all.size()));
  }

  /** One that is none of these. */
  Member other(List<Member> all, Member... excluded) {
    return one(all.stream().filter(one -> !Arrays.asList(excluded).contains(one)).toList());
  }

  /** The given number of them, in random order. */
  <T> List<T> some(List<T> all, int count) {
    List<T> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }

  <T> List<T> shuffled(List<T> all) {
    return some(all, all.size());
  }

  byte[] bytes(int length) {
    byte[] drawn = new byte[length];
    random.nextBytes(drawn);
    return drawn;
  }
}
