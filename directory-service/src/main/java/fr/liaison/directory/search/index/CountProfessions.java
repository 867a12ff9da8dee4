package fr.liaison.directory.search.index;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Counts hits by profession; somebody with two counts for both. */
final class CountProfessions extends SimpleCollector {
  private final Map<String, Integer> counts = new TreeMap<>();
  private @Nullable SortedSetDocValues professions;
  private int[] ofSegment = {};

  /** One count over all segments. */
  static final class Collecting
      implements CollectorManager<CountProfessions, List<FoundProfession>> {
    @Override
    public CountProfessions newCollector() {
      return new CountProfessions();
    }

    @Override
    public List<FoundProfession> reduce(Collection<CountProfessions> collectors) {
      Map<String, FoundProfession> byCode = new TreeMap<>();
      for (CountProfessions one : collectors) {
        one.counts.forEach(
            (key, count) -> {
              String[] parts = key.split("\\|", 2);
              byCode.merge(
                  parts[0],
                  FoundProfession.of(parts[0], parts[1], count, null),
                  (a, b) ->
                      FoundProfession.of(a.code(), a.label(), a.count() + b.count(), a.standing()));
            });
      }
      return byCode.values().stream()
          .sorted(
              Comparator.comparingInt(FoundProfession::count)
                  .reversed()
                  .thenComparing(FoundProfession::label))
          .toList();
    }
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    professions = DocValues.getSortedSet(context.reader(), Field.COUNTED);
    ofSegment = new int[(int) professions.getValueCount()];
  }

  @Override
  public void collect(int doc) throws IOException {
    SortedSetDocValues values = professions;
    if (values != null && values.advanceExact(doc)) {
      for (int i = 0; i < values.docValueCount(); i++) {
        ofSegment[(int) values.nextOrd()]++;
      }
    }
  }

  @Override
  public void finish() throws IOException {
    SortedSetDocValues values = professions;
    for (int ord = 0; values != null && ord < ofSegment.length; ord++) {
      if (ofSegment[ord] > 0) {
        counts.merge(values.lookupOrd(ord).utf8ToString(), ofSegment[ord], Integer::sum);
      }
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
