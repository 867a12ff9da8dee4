package fr.liaison.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a search while people come and go. */
class PeopleSearchTest {
  private static final Wanted.Filters NO_FILTER =
      new Wanted.Filters(null, null, null, null, null, null, false, false);

  @TempDir Path folder;
  private OpenIndex index;
  private long revision;
  private @Nullable Hit last;

  @BeforeEach
  void open() throws IOException {
    index = OpenIndex.at(folder, UUID.randomUUID());
    index.startAnew();
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Test
  void nobodyIsRepeatedWhenAWordBecomesCommonerBetweenTwoPages() throws IOException {
    List<IndexedPerson> wanted = people("UNGERER", 4);
    save(others(400), wanted);
    Page first = page(List.of("ungerer"), null);

    save(people("VONUNGERER UNGERER", 30));

    Page second = page(List.of("ungerer"), first.end());
    assertThat(second.shown()).doesNotContainAnyElementsOf(first.shown());
    assertThat(ids(wanted)).contains(second.shown().toArray(UUID[]::new));
  }

  @Test
  void nobodyIsLeftOutWhenAWordBecomesRarerBetweenTwoPages() throws IOException {
    List<IndexedPerson> wanted = people("UNGERER", 4);
    List<IndexedPerson> leaving = people("VONUNGERER UNGERER", 30);
    save(others(400), wanted, leaving);
    Page first = page(List.of("ungerer"), null);

    index.apply(leaving.stream().map(PeopleSearchTest::departed).toList());
    // Words are counted with those who left until then.
    index.compact();
    save();

    Page second = page(List.of("ungerer"), first.end());
    assertThat(Stream.concat(first.shown().stream(), second.shown().stream()))
        .containsExactlyInAnyOrderElementsOf(ids(wanted));
  }

  @Test
  void whoIsFoundNearlyIsStillFoundWhenSomebodyComesWhoIsNamedAsTyped() throws IOException {
    List<IndexedPerson> wanted = people("SCHWEITZERT", 4);
    save(others(400), wanted);
    List<String> typed = List.of("schweitzer", "jeanne");
    Page first = page(typed, null);
    assertThat(first.shown()).hasSize(2);

    save(people("SCHWEITZER", 1));

    Page second = page(typed, first.end());
    assertThat(Stream.concat(first.shown().stream(), second.shown().stream()))
        .containsExactlyInAnyOrderElementsOf(ids(wanted));
  }

  private record Page(List<UUID> shown, PageCursor end) {}

  /** Two people of a search, behind those of a former page. */
  private Page page(List<String> words, @Nullable PageCursor cursor) throws IOException {
    Wanted wanted = new Wanted(words, List.of(), List.of(), NO_FILTER, Set.of());
    return index.search(
        searcher -> {
          PeopleQuery query = new PeopleQuery(searcher.getIndexReader(), wanted, null, cursor);
          List<Hit> hits = new PeopleSearch(searcher, query).find(2, last);
          last = hits.getLast();
          return new Page(
              hits.stream().map(Hit::id).toList(),
              PageCursor.parse(PageCursor.behind(last, query.rarities()).text(), words.size())
                  .orElseThrow());
        });
  }

  @SafeVarargs
  private void save(List<IndexedPerson>... chunks) throws IOException {
    for (List<IndexedPerson> chunk : chunks) {
      index.apply(chunk);
    }
    index.commit(++revision);
  }

  private static List<IndexedPerson> others(int count) {
    return people("DUPONT", count);
  }

  private static List<IndexedPerson> people(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> person(UUID.randomUUID(), true, name))
        .toList();
  }

  private static IndexedPerson departed(IndexedPerson person) {
    return person(person.id(), false, person.familyName());
  }

  private static IndexedPerson person(UUID id, boolean active, String name) {
    return new IndexedPerson(
        id, 1, active, name, "Jeanne", null, false, List.of(), List.of(), List.of(), List.of());
  }

  private static List<UUID> ids(List<IndexedPerson> people) {
    return people.stream().map(IndexedPerson::id).toList();
  }
}
