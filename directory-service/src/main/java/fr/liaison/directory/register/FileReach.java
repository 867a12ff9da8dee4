package fr.liaison.directory.register;

import fr.liaison.directory.register.file.RegisterDate;
import java.time.Instant;
import java.time.LocalDate;

/** What a file of the register can be taken to know. */
public final class FileReach {
  private FileReach() {}

  /** Everything that happened before this is in a file of that day. */
  public static Instant of(LocalDate day, RegisterConfig config) {
    return day.atStartOfDay(RegisterDate.PUBLISHER_ZONE).toInstant().minus(config.fileLag());
  }

  /** The latest day whose file may lack what happened then. */
  static LocalDate lastUnaware(Instant happened, RegisterConfig config) {
    return LocalDate.ofInstant(happened.plus(config.fileLag()), RegisterDate.PUBLISHER_ZONE);
  }
}
