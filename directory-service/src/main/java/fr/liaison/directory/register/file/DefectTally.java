package fr.liaison.directory.register.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts row defects, by file where an upload has several, and keeps the first of them with their
 * line numbers: some for the report, more to be stored beside it. Memory stays constant however bad
 * the file is. Not safe for concurrent use.
 */
public final class DefectTally {
  private final int named;
  private final int stored;
  private final Map<ImportKind, Map<DefectReason, Long>> counts = new EnumMap<>(ImportKind.class);
  private final List<RowDefect> first = new ArrayList<>();
  private ImportKind file = ImportKind.register;

  public DefectTally(int named, int stored) {
    this.named = named;
    this.stored = stored;
  }

  /** What is added from now on was found in this file. */
  public void in(ImportKind kind) {
    file = kind;
  }

  public void add(long line, DefectReason reason) {
    addAll(reason, 1, List.of(line));
  }

  /** Counts defects found together; only some of their lines may be known. */
  public void addAll(DefectReason reason, long count, List<Long> lines) {
    if (count == 0) {
      return;
    }
    counts
        .computeIfAbsent(file, kind -> new EnumMap<>(DefectReason.class))
        .merge(reason, count, Long::sum);
    @Nullable ImportKind named = file.isDetail() ? file : null;
    for (long line : lines) {
      if (first.size() < Math.max(this.named, stored)) {
        first.add(new RowDefect(line, reason.code(), named));
      }
    }
  }

  /** Of all files together. */
  public Map<String, Long> counts() {
    Map<String, Long> byCode = new TreeMap<>();
    counts
        .values()
        .forEach(
            ofFile ->
                ofFile.forEach((reason, count) -> byCode.merge(reason.code(), count, Long::sum)));
    return byCode;
  }

  public Map<String, Long> counts(ImportKind kind) {
    Map<String, Long> byCode = new TreeMap<>();
    counts
        .getOrDefault(kind, Map.of())
        .forEach((reason, count) -> byCode.put(reason.code(), count));
    return byCode;
  }

  public List<RowDefect> first() {
    return List.copyOf(first.subList(0, Math.min(named, first.size())));
  }

  /** Those to be stored, in the order in which they were found. */
  public List<RowDefect> stored() {
    return List.copyOf(first.subList(0, Math.min(stored, first.size())));
  }
}
