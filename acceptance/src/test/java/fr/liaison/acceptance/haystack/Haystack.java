package fr.liaison.acceptance.haystack;

import fr.liaison.platform.Platform;
import fr.liaison.platform.postgres.DatabaseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for a needle in every file the platform wrote, in a dump of every database (rows may be
 * compressed on disk), and in every Kafka record (batches are compressed), as it is and in base64.
 */
public final class Haystack {
  private static final List<String> DATABASES =
      List.of("directory", "conversation", "attachment", "notification", "audit");
  private final Platform platform;

  public Haystack(Platform platform) {
    this.platform = platform;
  }

  /** Puts the needle into each place, so that finding nothing means something. */
  public void plant(String needle) throws IOException, SQLException {
    try (Connection connection = connect("conversation");
        Statement statement = connection.createStatement()) {
      statement.execute("create table planted as select '" + needle + "'::text as needle");
      statement.execute("checkpoint");
    } catch (SQLException notSuperuser) {
      if (!"42501".equals(notSuperuser.getSQLState())) {
        throw notSuperuser;
      }
    }
    new KafkaRecords(platform).plant(needle);
    Files.writeString(bucket().resolve("planted"), needle);
    Files.writeString(platform.logDirectory().resolve("planted.log"), needle);
  }

  /** Where the needle is, by kind of place; empty when it is nowhere. */
  public Set<String> placesOf(byte[] needle) throws IOException, SQLException {
    Set<String> places = new TreeSet<>();
    for (byte[] form : forms(needle)) {
      searchFiles(platform.dataDirectory(), form, places);
      if (anyFile(platform.logDirectory(), form)) {
        places.add("logs");
      }
      for (String database : DATABASES) {
        if (dumpHolds(database, form)) {
          places.add("dump of " + database);
        }
      }
      if (new KafkaRecords(platform).anyHolds(form)) {
        places.add("records of kafka");
      }
    }
    return places;
  }

  /** Whether the file holds the bytes. */
  public static boolean contains(Path file, byte[] needle) {
    try {
      return Bytes.indexOf(Files.readAllBytes(file), needle) >= 0;
    } catch (NoSuchFileException vanished) {
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** As it is, and the middle of each of the three ways base64 can cut it, in both alphabets. */
  private static List<byte[]> forms(byte[] needle) {
    List<byte[]> forms = new ArrayList<>(List.of(needle));
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = new byte[needle.length + shift];
      System.arraycopy(needle, 0, shifted, shift, needle.length);
      for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        byte[] encoded = encoder.withoutPadding().encode(shifted);
        forms.add(java.util.Arrays.copyOfRange(encoded, 4, encoded.length - 4));
      }
    }
    return forms;
  }

  private static void searchFiles(Path data, byte[] needle, Set<String> places) throws IOException {
    try (Stream<Path> folders = Files.list(data)) {
      for (Path folder : folders.toList()) {
        if (anyFile(folder, needle)) {
          places.add("files of " + folder.getFileName());
        }
      }
    }
  }

  private static boolean anyFile(Path folder, byte[] needle) throws IOException {
    Search search = new Search(needle);
    Files.walkFileTree(folder, search);
    return search.found;
  }

  /** The servers go on writing: files that were listed may be renamed or gone when looked at. */
  private static final class Search extends SimpleFileVisitor<Path> {
    private final byte[] needle;
    private boolean found;

    Search(byte[] needle) {
      this.needle = needle;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      found = attributes.isRegularFile() && contains(file, needle);
      return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }

  private boolean dumpHolds(String database, byte[] needle) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      for (String table : tables(connection)) {
        try (ResultSet rows = statement.executeQuery("select * from " + table)) {
          while (rows.next()) {
            if (rowHolds(rows, needle)) {
              return true;
            }
          }
        }
      }
      return false;
    }
  }

  private static boolean rowHolds(ResultSet row, byte[] needle) throws SQLException {
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      byte[] value = row.getBytes(column);
      if (value != null && Bytes.indexOf(value, needle) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet names =
        connection
            .createStatement()
            .executeQuery(
                """
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                """)) {
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    return tables;
  }

  private Connection connect(String database) throws SQLException {
    DatabaseAccess access = platform.database(database);
    return DriverManager.getConnection(access.jdbcUrl(), access.role(), access.password());
  }

  private Path bucket() throws IOException {
    try (Stream<Path> files = Files.list(platform.dataDirectory().resolve("s3"))) {
      return files.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }
}
