package fr.liaison.platform;

import fr.liaison.platform.layout.Checkout;
import fr.liaison.platform.layout.Folders;
import fr.liaison.platform.layout.Programs;
import fr.liaison.platform.layout.RunDirectory;
import fr.liaison.platform.layout.RunLock;
import fr.liaison.platform.postgres.DatabaseAccess;
import fr.liaison.platform.process.Child;
import fr.liaison.platform.process.Health;
import fr.liaison.platform.process.StartFailed;
import fr.liaison.platform.secret.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of Liaison running together in one run directory. Started by health, not by waiting;
 * stopped in reverse. Single parts can be killed and started again while the others run.
 */
public final class Platform implements AutoCloseable {
  private final RunDirectory directory;
  private final RunLock lock;
  private final Pieces pieces;
  private final Map<Part, Child> children;
  private final boolean temporary;
  private volatile boolean closed;
  private volatile @Nullable Supervision supervision;

  private Platform(
      RunDirectory directory,
      RunLock lock,
      Pieces pieces,
      Map<Part, Child> children,
      boolean temporary) {
    this.directory = directory;
    this.lock = lock;
    this.pieces = pieces;
    this.children = children;
    this.temporary = temporary;
  }

  /**
   * For tests: everything, on free ports, in a fresh run directory that {@link #close()} deletes.
   * Returns when all of it answers.
   */
  public static Platform start() {
    return start(EnumSet.allOf(Part.class));
  }

  /** For tests: everything, the services with these environment variables on top of their own. */
  public static Platform start(Map<String, String> settings) {
    return start(EnumSet.allOf(Part.class), settings);
  }

  /** For tests: only the given parts, whose needs must be among them. */
  public static Platform start(Set<Part> parts) {
    return start(parts, Map.of());
  }

  private static Platform start(Set<Part> parts, Map<String, String> settings) {
    Programs programs = Programs.built(Checkout.find());
    try {
      Platform platform =
          prepare(
              programs,
              RunDirectory.temporary("liaison-platform-"),
              PortPlan.free(),
              parts,
              JvmFlags.chosenIn(System.getenv()).and(AotCaches.of(programs)::use),
              settings,
              true);
      platform.up(StartListener.SILENT);
      return platform;
    } catch (IOException e) {
      throw new StartFailed("the platform could not be prepared: " + e.getMessage(), e);
    }
  }

  static Platform prepare(
      Programs programs,
      RunDirectory directory,
      PortPlan ports,
      Set<Part> parts,
      JvmFlags flags,
      boolean temporary)
      throws IOException {
    return prepare(programs, directory, ports, parts, flags, Map.of(), temporary);
  }

  private static Platform prepare(
      Programs programs,
      RunDirectory directory,
      PortPlan ports,
      Set<Part> parts,
      JvmFlags flags,
      Map<String, String> settings,
      boolean temporary)
      throws IOException {
    directory.create();
    RunLock lock =
        RunLock.tryTake(directory)
            .orElseThrow(() -> new StartFailed("already running in " + directory.folder()));
    Secrets secrets = Secrets.in(directory.secrets());
    Pieces pieces = new Pieces(programs, directory, ports, secrets, flags, settings);
    Map<Part, Child> children = new EnumMap<>(Part.class);
    for (Part part : parts) {
      children.put(part, new Child(pieces.of(part), directory.logs()));
    }
    secrets.save();
    return new Platform(directory, lock, pieces, children, temporary);
  }

  /** Starts all parts; when one fails, stops the others and says which. */
  void up(StartListener listener) {
    try {
      new StartOrder(children, listener, () -> closed).run();
    } catch (StartFailed e) {
      close();
      throw e;
    }
  }

  /** From now on, starts again whichever part dies, until {@link #close()}. */
  void supervise(Supervision.Listener listener) {
    supervision = new Supervision(children, listener).start();
  }

  /** The address for browsers and for everybody outside. */
  public String url() {
    return pieces.publicOrigin();
  }

  /** Keycloak from the inside, for whoever needs its admin API. */
  public String keycloakUrl() {
    return pieces.keycloakUrl();
  }

  /** A service behind the gateway's back, for whoever reads its metrics. */
  public String serviceUrl(String part) {
    return pieces.serviceUrl(Part.of(part));
  }

  /** For tests that look at what is published. */
  public String kafkaBootstrapServers() {
    return pieces.kafkaBootstrapServers();
  }

  /** Where a running part keeps its log. Names are those of {@link Part#label()}. */
  public Path log(String part) {
    return child(part).log();
  }

  /** All that the parts write to disk, for tests that search it. */
  public Path dataDirectory() {
    return directory.data();
  }

  public Path logDirectory() {
    return directory.logs();
  }

  /** Empty while the part does not run. */
  public OptionalLong pid(String part) {
    return child(part).pid();
  }

  /** As {@code kill -9}; returns when the process is gone. */
  public void kill(String part) {
    child(part).kill();
  }

  /** Stops the part if it runs, starts it, and returns when it answers. */
  public void restart(String part) {
    Child child = child(part);
    child.stop();
    child.startOrFail();
  }

  /**
   * A connection string's worth of access to one service's database, for tests behind the scenes.
   */
  public DatabaseAccess database(String part) {
    return pieces.database(Part.of(part));
  }

  Map<Part, Child> children() {
    return Collections.unmodifiableMap(children);
  }

  /** Stops everything in reverse order; a test's run directory is deleted. */
  @Override
  public void close() {
    close(Child.GRACE);
  }

  /** As {@link #close()}, with as much time for each part. */
  void close(Duration grace) {
    closed = true;
    Supervision watching = supervision;
    if (watching != null) {
      watching.close();
    }
    List<Part> reversed = new ArrayList<>(children.keySet()).reversed();
    for (Set<Part> wave : StartOrder.stopWaves(reversed)) {
      wave.parallelStream().map(children::get).forEach(child -> child.stop(grace));
    }
    try {
      lock.close();
      if (temporary) {
        Folders.delete(directory.folder());
      }
    } catch (IOException e) {
      throw new StartFailed("the run directory could not be released", e);
    }
  }

  private Child child(String part) {
    Child child = children.get(Part.of(part));
    if (child == null) {
      throw new IllegalArgumentException("not among the parts started: " + part);
    }
    return child;
  }

  static String tell(Part part, Health health) {
    return switch (health) {
      case Health.Ready(var took) ->
          "%s ready in %.1f s".formatted(part.label(), took.toMillis() / 1000.0);
      case Health.Exited(String name, int status, Path log) ->
          name + " ended with status " + status + ", see " + log;
      case Health.TimedOut(String name, var waited, Path log) ->
          name + " was not ready after " + waited.toSeconds() + " s, see " + log;
      case Health.PortTaken(String name, int port) ->
          "port " + port + ", which " + name + " needs, is taken";
    };
  }
}
