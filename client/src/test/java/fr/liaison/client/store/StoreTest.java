package fr.liaison.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.liaison.contracts.json.Bytes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  private final StoreKey key = StoreKey.random();
  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsThereAfterOpeningAgain() throws IOException {
    try (Store store = opened()) {
      store.change(transaction -> transaction.put(Table.MESSAGE, "a/1", bytes("bonjour")));
      store.change(transaction -> transaction.put(Table.MESSAGE, "a/2", bytes("adieu")));
    }
    try (Store store = opened()) {
      assertThat(store.<Object>read(reader -> reader.get(Table.MESSAGE, "a/1").orElseThrow()))
          .isEqualTo(bytes("bonjour"));
      assertThat(store.<Long>read(StoreReader::generation)).isEqualTo(2);
      store.check();
    }
  }

  @Test
  void aTransactionThatThrowsLeavesNothing() throws IOException {
    try (Store store = opened()) {
      assertThatThrownBy(
              () ->
                  store.change(
                      transaction -> {
                        transaction.put(Table.CURSOR, "a", bytes("1"));
                        throw new IllegalStateException("half way");
                      }))
          .hasMessage("half way");

      assertThat(store.<Boolean>read(reader -> reader.get(Table.CURSOR, "a").isEmpty())).isTrue();
      assertThat(store.<Long>read(StoreReader::generation)).isZero();
    }
  }

  @Test
  void transactionsNeitherNestNorOutliveTheirFunction() throws IOException {
    try (Store store = opened()) {
      StoreTransaction kept = store.write(transaction -> transaction);

      assertThatThrownBy(() -> kept.remove(Table.CURSOR, "a"))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> store.change(outer -> store.change(inner -> {})))
          .hasMessage("transactions do not nest");
    }
  }

  @Test
  void nothingReadableStandsInTheFiles() throws IOException {
    try (Store store = opened()) {
      store.change(transaction -> transaction.put(Table.MESSAGE, "a/1", bytes("ordonnance")));
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          String content = Files.readString(file, StandardCharsets.ISO_8859_1);
          assertThat(content).doesNotContain("ordonnance");
        }
      }
    }
  }

  @Test
  void aSecondWriterIsKeptOut() throws IOException {
    try (Store store = opened()) {
      assertThat(store.<Long>read(StoreReader::generation)).isZero();
      assertThat(Store.open(file(), key)).isInstanceOf(StoreOpening.InUse.class);
    }
    opened().close();
  }

  @Test
  void anotherKeyIsToldFromDamage() throws IOException {
    opened().close();

    assertThat(Store.open(file(), StoreKey.random())).isInstanceOf(StoreOpening.WrongKey.class);
  }

  @Test
  void swappedRowsAreFoundOut() throws Exception {
    try (Store store = opened()) {
      store.change(transaction -> transaction.put(Table.GROUP_STATE, "a", bytes("one")));
      store.change(transaction -> transaction.put(Table.GROUP_STATE, "b", bytes("two")));
    }
    sql("update group_state set value = (select value from group_state where key = 'b')");

    try (Store store = opened()) {
      assertThatThrownBy(() -> store.<Object>read(reader -> reader.get(Table.GROUP_STATE, "a")))
          .isInstanceOf(StoreDamaged.class);
      assertThatThrownBy(store::check).isInstanceOf(StoreDamaged.class);
    }
  }

  @Test
  void aFileThatIsNoStoreOrBrokenIsDamaged() throws IOException {
    Files.writeString(file(), "not a database, but long enough to be looked at".repeat(50));
    assertThat(Store.open(file(), key)).isInstanceOf(StoreOpening.Damaged.class);
    Files.delete(file());
    try (Store store = opened()) {
      store.change(
          transaction -> {
            for (int i = 0; i < 200; i++) {
              transaction.put(Table.MESSAGE, "a/" + i, Bytes.of(new byte[1_000]));
            }
          });
    }
    try (RandomAccessFile broken = new RandomAccessFile(file().toFile(), "rw")) {
      broken.seek(4096);
      broken.write(new byte[(int) Math.min(broken.length() - 4096, 100_000)]);
    }

    assertThat(Store.open(file(), key)).isInstanceOf(StoreOpening.Damaged.class);
    assertThat(Store.open(file(), key)).isInstanceOf(StoreOpening.Damaged.class);
  }

  @Test
  void aFileOfTheFirstVersionIsBroughtForwardWithWhatItHolds() throws Exception {
    try (Store store = opened()) {
      store.change(transaction -> Settings.RESUME.write(transaction, "kept"));
    }
    sql("drop table pending_commit");
    sql("drop table conversation");
    sql("pragma user_version = 1");

    try (Store store = opened()) {
      assertThat(store.read(Settings.RESUME::read)).contains("kept");
      assertThat(store.read(StoredConversation::all)).isEmpty();
    }
  }

  @Test
  void aFileOfTheSecondVersionIsBroughtForwardWithWhatItHolds() throws Exception {
    String id = "01938d2e-0000-7000-8000-0000000000c1";
    try (Store store = opened()) {
      store.change(
          transaction ->
              transaction.put(
                  Table.CONVERSATION,
                  id,
                  bytes(
                      "{\"id\":\"%s\",\"direct\":true,\"createdAt\":\"2026-06-01T12:00:00Z\",\"members\":[],\"active\":true}"
                          .formatted(id))));
    }
    sql("drop table upload");
    sql("pragma user_version = 2");

    try (Store store = opened()) {
      assertThat(store.read(StoredUpload::all)).isEmpty();
      assertThat(store.read(StoredConversation::all))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.closed()).isFalse();
                assertThat(one.succeededBy()).isNull();
                assertThat(one.admins()).isEmpty();
              });
    }
  }

  @Test
  void aFileOfANewerVersionIsLeftAlone() throws Exception {
    opened().close();
    sql("pragma user_version = 7");

    assertThat(Store.open(file(), key)).isEqualTo(new StoreOpening.TooNew(7));
  }

  @Test
  void aFolderKeepsItsKeyForItsOwnerOnly() throws IOException {
    StateFolder state = new StateFolder(folder.resolve("state"));
    closed(state.open());
    Path keyFile = state.folder().resolve("state.key");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
        .isEqualTo("rw-------");
    closed(state.open());
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(state.open()).isInstanceOf(StoreOpening.KeyUnusable.class);
    Files.delete(keyFile);
    assertThat(state.open()).isInstanceOf(StoreOpening.KeyUnusable.class);
    assertThat(keyFile).doesNotExist();
  }

  private Store opened() throws IOException {
    StoreOpening opening = Store.open(file(), key);
    assertThat(opening).isInstanceOf(StoreOpening.Opened.class);
    return ((StoreOpening.Opened) opening).store();
  }

  private static void closed(StoreOpening opening) {
    assertThat(opening).isInstanceOf(StoreOpening.Opened.class);
    ((StoreOpening.Opened) opening).store().close();
  }

  private void sql(String statement) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement run = connection.createStatement()) {
      run.execute(statement);
    }
  }

  private Path file() {
    return folder.resolve("store.db");
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
