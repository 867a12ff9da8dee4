package fr.liaison.directory.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts row defects and keeps the first of them with their line numbers, so that memory stays
 * constant however bad the file is. Not safe for concurrent use.
 */
final class DefectTally {
  private final int kept;
  private final Map<DefectReason, Long> counts = new EnumMap<>(DefectReason.class);
  private final List<ImportReport.Defect> first = new ArrayList<>();

  DefectTally(int kept) {
    this.kept = kept;
  }

  void add(long line, DefectReason reason) {
    addAll(reason, 1, List.of(line));
  }

  /** Counts defects found together; only some of their lines may be known. */
  void addAll(DefectReason reason, long count, List<Long> lines) {
    if (count == 0) {
      return;
    }
    counts.merge(reason, count, Long::sum);
    for (long line : lines) {
      if (first.size() < kept) {
        first.add(new ImportReport.Defect(line, reason.code()));
      }
    }
  }

  Map<String, Long> counts() {
    Map<String, Long> byCode = new TreeMap<>();
    counts.forEach((reason, count) -> byCode.put(reason.code(), count));
    return byCode;
  }

  List<ImportReport.Defect> first() {
    return List.copyOf(first);
  }
}
