package fr.liaison.platform.postgres;

import fr.liaison.platform.layout.Cache;
import fr.liaison.platform.layout.Folders;
import fr.liaison.platform.process.Launch;
import fr.liaison.platform.process.Nobody;
import fr.liaison.platform.process.OneShot;
import fr.liaison.platform.process.Owner;
import fr.liaison.platform.process.Piece;
import fr.liaison.platform.process.Signal;
import fr.liaison.platform.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * The database server. A committed transaction is on the disk (fsync and synchronous commit are
 * on); its log never shows a statement or a value, because those are patients' data.
 */
public final class PostgresServer implements Piece {
  private static final String ADMINISTRATOR = "liaison_admin";
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=200",
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "jit=off",
          // No statement and no detail line: both would carry values.
          "log_min_error_statement=panic",
          "log_error_verbosity=terse",
          "log_statement=none",
          "log_parameter_max_length=0",
          "log_parameter_max_length_on_error=0");

  private final Path archive;
  private final Cache cache;
  private final Path data;
  private final int port;
  private final String password;
  private final List<DatabaseAccess> databases;
  private Path programs = Path.of("");

  /**
   * @param folder holds the data; made on the first start
   * @param password of the administrator, known to the launcher only
   * @param databases made on start when missing, each owned by its own role
   */
  public PostgresServer(
      Path archive,
      Cache cache,
      Path folder,
      int port,
      String password,
      List<DatabaseAccess> databases) {
    this.archive = archive;
    this.cache = cache;
    this.data = folder.resolve("postgresql");
    this.port = port;
    this.password = password;
    this.databases = List.copyOf(databases);
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public OptionalInt port() {
    return OptionalInt.of(port);
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    programs = PostgresBinaries.unpack(archive, cache).resolve("bin");
    if (!Files.exists(data)) {
      initialise();
    }
  }

  /** Beside the data first, then renamed: a start killed half way leaves nothing half made. */
  private void initialise() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(data.toAbsolutePath().getParent());
    Path fresh = folder.resolve("postgresql.new");
    Path secret = folder.resolve("postgresql.password");
    Folders.delete(fresh);
    Files.createDirectories(fresh);
    Nobody.own(fresh);
    Nobody.requireReachable(fresh);
    Nobody.requireReachable(programs);
    Files.deleteIfExists(secret);
    Folders.privateFile(secret, password);
    Nobody.own(secret);
    try {
      OneShot.run(
          List.of(
              programs.resolve("initdb").toString(),
              "--pgdata=" + fresh,
              "--username=" + ADMINISTRATOR,
              "--pwfile=" + secret,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              // The same order of letters on every machine, whatever its C library.
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C"),
          Owner.NEVER_ROOT,
          Map.of(),
          folder,
          folder.resolve("initdb.log"));
    } finally {
      Files.deleteIfExists(secret);
    }
    Files.move(fresh, data);
  }

  @Override
  public Launch launch(Path log) {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve("postgres").toString());
    command.addAll(List.of("-D", data.toString(), "-p", String.valueOf(port)));
    SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
    return new Launch(
        command,
        Map.of(),
        data,
        Owner.NEVER_ROOT,
        Signal.INT, // "fast": ends sessions instead of waiting for them
        this::answers,
        Duration.ofMinutes(5));
  }

  private boolean answers() throws SQLException {
    try (Connection connection = administrator();
        Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    }
  }

  @Override
  public void settle() {
    databases.forEach(this::create);
  }

  /** Makes the role and its database unless they exist, and sets the role's password. */
  public void create(DatabaseAccess access) {
    try (Connection connection = administrator();
        Statement statement = connection.createStatement()) {
      String role = statement.enquoteIdentifier(access.role(), true);
      String database = statement.enquoteIdentifier(access.name(), true);
      String secret = statement.enquoteLiteral(access.password());
      if (!exists(
          statement, "pg_roles where rolname = " + statement.enquoteLiteral(access.role()))) {
        statement.execute("create role " + role + " login");
      }
      statement.execute("alter role " + role + " password " + secret);
      if (!exists(
          statement, "pg_database where datname = " + statement.enquoteLiteral(access.name()))) {
        statement.execute("create database " + database + " owner " + role);
        statement.execute("revoke all on database " + database + " from public");
      }
    } catch (SQLException e) {
      throw new StartFailed("database " + access.name() + " could not be made", e);
    }
  }

  /** A connection as administrator to one database, for tests that look behind the scenes. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", ADMINISTRATOR);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    // Found by the loader of this class, because the driver manager looks elsewhere in tests.
    for (Driver driver : ServiceLoader.load(Driver.class, PostgresServer.class.getClassLoader())) {
      Connection connection =
          driver.connect("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
      if (connection != null) {
        return connection;
      }
    }
    throw new SQLException("the PostgreSQL driver is not on the class path");
  }

  private Connection administrator() throws SQLException {
    return connect("postgres");
  }

  private static boolean exists(Statement statement, String clause) throws SQLException {
    try (var rows = statement.executeQuery("select 1 from " + clause)) {
      return rows.next();
    }
  }
}
