package fr.liaison.platform.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * One part of the platform that runs as a child process. Describes; {@link Child} does the running.
 */
public interface Piece {

  /** Short and stable: names the log file and the command line argument. */
  String name();

  /** The port that must be free before the start. */
  OptionalInt port();

  /** Makes the files the child needs. Called before every start; does nothing the second time. */
  void prepare() throws IOException, InterruptedException;

  /**
   * Called after {@link #prepare()}.
   *
   * @param log where the child's output will be appended
   */
  Launch launch(Path log);

  /** What remains to be done once the child answers, such as creating databases. Repeatable. */
  default void settle() throws IOException, InterruptedException {}
}
