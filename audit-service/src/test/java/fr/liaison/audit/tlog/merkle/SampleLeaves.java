package fr.liaison.audit.tlog.merkle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Leaves that differ from each other and are the same in every run. */
public final class SampleLeaves {

  private SampleLeaves() {}

  public static byte[] entry(int index) {
    return ("entry " + index).getBytes(StandardCharsets.UTF_8);
  }

  public static List<Hash> hashes(int count) {
    return IntStream.range(0, count).mapToObj(i -> Hash.leaf(entry(i))).toList();
  }
}
