package fr.liaison.directory.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.directory.RunningService;
import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.Practitioner;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.directory.practitioner.Practitioners;
import fr.liaison.directory.practitioner.Revisions;
import fr.liaison.directory.search.TestPeople;
import fr.liaison.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of an instance, told from that of the running service by its folder. */
@QuarkusTest
class DirectoryIndexTest extends RunningService {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Exercise NURSE = new Exercise("60", "Infirmier", null, null);
  private static final TestPeople.At SAINT_DENIS =
      new TestPeople.At("97400", "Saint-Denis", "R97400", "Cabinet du Barachois");
  private static final TestPeople.At SAINT_PAUL =
      new TestPeople.At("97460", "Saint-Paul", "R97460", "Cabinet de la Baie");
  private static final TestPeople.At OTHER_SAINT_DENIS =
      new TestPeople.At("93200", "Saint-Denis", "R93200", "Centre de santé");

  @Inject Database database;
  @Inject Practitioners practitioners;
  @Inject NamesakesInTable table;
  @Inject Revisions revisions;
  @Inject IndexedPeople indexedPeople;
  @Inject TestPeople people;
  @Inject DataSource dataSource;
  @TempDir Path folder;

  @AfterEach
  void forget() {
    people.departAll();
  }

  @Test
  void aNewFolderIsBuiltWithEverybodyWhoIsActive() throws Exception {
    try (Instance instance = new Instance()) {
      assertThat(instance.index.isReady()).isFalse();
      assertThat(instance.catchUp().documents()).isEqualTo(active());
      assertThat(instance.index.isReady()).isTrue();
    }
  }

  @Test
  void aRestartedInstanceCatchesUpWithoutBuildingAnew() throws Exception {
    try (Instance instance = new Instance()) {
      instance.catchUp();
    }
    Set<String> before = segments();
    UUID late = person("UNGERER");

    try (Instance instance = new Instance()) {
      assertThat(instance.catchUp().documents()).isEqualTo(active());
      assertThat(instance.find("ungerer")).containsExactly(late);
      assertThat(segments()).containsAll(before);
    }
  }

  @Test
  void aDamagedFolderIsBuiltAnew() throws Exception {
    try (Instance instance = new Instance()) {
      instance.catchUp();
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> !path.endsWith("write.lock")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
      }
    }
    try (Instance instance = new Instance()) {
      assertThat(instance.catchUp().documents()).isEqualTo(active());
    }
  }

  @Test
  void anIndexOfAnotherDatabaseIsBuiltAnewAndDoesNotAnswerBefore() throws Exception {
    IndexedPerson stranger =
        new IndexedPerson(
            UUID.randomUUID(),
            9,
            true,
            "STRANGER",
            "Ann",
            null,
            false,
            List.of(new Exercise("60", "Infirmier", null, null)),
            List.of(),
            List.of(),
            List.of());
    try (OpenIndex other = OpenIndex.at(folder, UUID.randomUUID())) {
      other.startAnew();
      other.apply(List.of(stranger));
      other.commit(9);
    }
    try (Instance instance = new Instance()) {
      assertThat(instance.index.isReady()).isFalse();
      assertThat(instance.catchUp().documents()).isEqualTo(active());
      assertThat(instance.find("stranger")).isEmpty();
    }
  }

  @Test
  void anIndexAheadOfItsTableIsBuiltAnew() throws Exception {
    UUID identity = database.read(indexedPeople::database);
    try (OpenIndex ahead = OpenIndex.at(folder, identity)) {
      ahead.startAnew();
      ahead.commit(Long.MAX_VALUE);
    }
    try (Instance instance = new Instance()) {
      assertThat(instance.catchUp().documents()).isEqualTo(active());
    }
  }

  @Test
  void theFormerIndexAnswersUntilANewOneIsBuilt() throws Exception {
    UUID identity = database.read(indexedPeople::database);
    IndexedPerson one =
        new IndexedPerson(
            UUID.randomUUID(),
            1,
            true,
            "A",
            "B",
            null,
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of());
    try (OpenIndex open = OpenIndex.at(folder, identity)) {
      open.apply(List.of(one));
      open.commit(1);
      open.startAnew();
      assertThat(count(open)).isEqualTo(1);
      open.commit(2);
      assertThat(count(open)).isZero();
    }
  }

  @Test
  void homonymsAreCountedInTheTableUntilTheIndexIsBuiltAndAlikeAfterwards() throws Exception {
    UUID id = people.add("Lesénéchal", "Anne-Marie", NURSE, SAINT_DENIS);
    people.add("LESENECHAL", "ANNE MARIE", NURSE, SAINT_DENIS);
    people.add("lesénéchal", "Anne‑Marie", NURSE, SAINT_PAUL);
    people.add("LESENECHAL", "Anne Marie", NURSE, OTHER_SAINT_DENIS);
    people.add("LESENECHAL", "Marie Anne", NURSE, SAINT_DENIS);
    people.add("LESENECHALE", "Anne Marie", NURSE, SAINT_DENIS);
    UUID gone = people.add("LESENECHAL", "Anne Marie", NURSE, SAINT_DENIS);
    people.depart(gone, true);
    Practitioner person =
        database
            .read(transaction -> practitioners.find(transaction, new PractitionerId(id)))
            .orElseThrow();
    try (Instance instance = new Instance()) {
      CountHomonyms count = new CountHomonyms(instance.index, table, database);
      assertThat(instance.index.isReady()).isFalse();
      assertThat(count.of(person)).isEqualTo(new Homonyms(3, 2, 1));

      instance.catchUp();

      assertThat(instance.index.isReady()).isTrue();
      assertThat(count.of(person)).isEqualTo(new Homonyms(3, 2, 1));
    }
  }

  @Test
  void whatWasNotCommittedIsGoneAfterACrash() throws Exception {
    UUID identity = database.read(indexedPeople::database);
    try (OpenIndex open = OpenIndex.at(folder, identity)) {
      open.commit(1);
      open.startAnew();
    }
    try (OpenIndex open = OpenIndex.at(folder, identity)) {
      assertThat(open.isBuilt()).isTrue();
      assertThat(open.revision()).isEqualTo(1);
    }
  }

  @Test
  void whatIsStillBeingWrittenIsWaitedForThoughHigherRevisionsAreVisible() throws Exception {
    UUID slow = person("TERWAGNE");
    UUID quick = person("TERWAGNE");
    try (Instance instance = new Instance()) {
      instance.catchUp();
      try (Connection writer = dataSource.getConnection()) {
        writer.setAutoCommit(false);
        rename(writer, slow, "SCHOUTEDEN");
        try (Connection other = dataSource.getConnection()) {
          other.setAutoCommit(false);
          rename(other, quick, "SCHOUTEDEN");
          other.commit();
        }
        assertThat(instance.catchUp().lag()).isPositive();
        assertThat(instance.find("schouteden")).isEmpty();
        writer.commit();
      }
      assertThat(instance.catchUp().lag()).isZero();
      assertThat(instance.find("schouteden")).containsExactlyInAnyOrder(slow, quick);
    }
  }

  @Test
  void whoChangesWhileTheIndexIsBuiltIsMissedByNobody() throws Exception {
    UUID moved = person("VANDERMEERSCH");
    try (Instance instance = new Instance()) {
      CompletableFuture<Void> building;
      try (Connection slow = dataSource.getConnection();
          Statement statement = slow.createStatement();
          Connection writer = dataSource.getConnection()) {
        slow.setAutoCommit(false);
        statement.execute("lock table skill_set");
        building = CompletableFuture.runAsync(instance::follow);
        await().atMost(PATIENCE).until(() -> instance.index.progress().lag() > 0);
        writer.setAutoCommit(false);
        rename(writer, moved, "VANDERMEULEN");
        writer.commit();
        slow.rollback();
      }
      building.join();
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                assertThat(instance.index.isReady() && instance.find("vandermeulen").isEmpty())
                    .as("answers without whoever changed")
                    .isFalse();
                instance.catchUp();
                return instance.index.isReady();
              });
      assertThat(instance.find("vandermeulen")).containsExactly(moved);
    }
  }

  @Test
  void howFarTheIndexIsBehindIsToldWhileItFollows() throws Exception {
    try (Instance instance = new Instance()) {
      instance.catchUp();
      person("VANDERSTRAETEN");
      CompletableFuture<Void> following;
      try (Connection slow = dataSource.getConnection();
          Statement statement = slow.createStatement()) {
        slow.setAutoCommit(false);
        statement.execute("lock table skill_set");
        following = CompletableFuture.runAsync(instance::follow);
        await().atMost(PATIENCE).until(() -> instance.index.progress().lag() > 0);
        slow.rollback();
      }
      following.join();
      assertThat(instance.index.progress().lag()).isZero();
    }
  }

  @Test
  void whatAnotherInstanceImportsIsFoundAfterAMoment() throws Exception {
    UUID person = person("RADEMACHER");
    try (Connection other = dataSource.getConnection()) {
      other.setAutoCommit(false);
      rename(other, person, "PFLIMLIN");
      other.commit();
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(names(search("pflimlin"))).containsExactly("PFLIMLIN"));
  }

  /** As another instance does it: nobody here is told. */
  private static void rename(Connection connection, UUID id, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock_shared(" + 0x46494E44L + ")");
      statement.execute(
          "update practitioner set family_name = '%s', revision = nextval('practitioner_revision')"
                  .formatted(name)
              + " where id = '%s'".formatted(id));
    }
  }

  private UUID person(String name) {
    return people.add(
        name,
        "Ann",
        new Exercise("60", "Infirmier", null, null),
        new TestPeople.At("62000", "Arras", "R62000001", "CABINET DES HORTENSIAS"));
  }

  private long active() {
    return database.read(
        transaction ->
            transaction
                .first(
                    row -> row.getLong(0),
                    "select count(*) from practitioner where status = 'active'")
                .orElseThrow());
  }

  private static int count(OpenIndex open) throws IOException {
    return open.search(searcher -> searcher.getIndexReader().numDocs());
  }

  private Set<String> segments() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".si"))
          .collect(Collectors.toSet());
    }
  }

  /** Another instance on the same database, with the folder of this test. */
  private final class Instance implements AutoCloseable {
    private final IndexConfig config =
        new IndexConfig() {
          @Override
          public Optional<Path> folder() {
            return Optional.of(folder);
          }

          @Override
          public Duration every() {
            return Duration.ofHours(1);
          }

          @Override
          public int compactFrom() {
            return 10;
          }

          @Override
          public int chunk() {
            return 17;
          }

          @Override
          public Duration reachableFor() {
            return Duration.ZERO;
          }
        };
    private final DirectoryIndex index =
        new DirectoryIndex(config, database, revisions, indexedPeople);

    /** Until the lock is not held by the running service, which looks every second. */
    DirectoryIndex.Progress catchUp() throws Exception {
      return index.catchUp(PATIENCE).orElseThrow();
    }

    void follow() {
      try {
        catchUp();
      } catch (Exception failure) {
        throw new CompletionException(failure);
      }
    }

    List<UUID> find(String word) {
      Wanted wanted =
          new Wanted(
              List.of(word),
              List.of(),
              List.of(),
              new Wanted.Filters(null, null, null, null, null, null, false, false),
              Set.of());
      FindPeople findPeople = new FindPeople(index, new ReachablePeople(config), indexedPeople);
      return database
          .read(transaction -> findPeople.find(transaction, wanted, 10, null, false))
          .hits()
          .stream()
          .map(Hit::id)
          .toList();
    }

    @Override
    public void close() throws IOException {
      index.close();
    }
  }
}
