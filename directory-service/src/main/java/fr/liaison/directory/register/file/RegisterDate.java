package fr.liaison.directory.register.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day a register file stands for, from the generation stamp its publisher puts in its name. */
public final class RegisterDate {
  /** Where the register is published; its days begin and end there. */
  public static final ZoneId PUBLISHER_ZONE = ZoneId.of("Europe/Paris");

  private static final Pattern STAMP =
      Pattern.compile("_(\\d{4})(\\d{2})(\\d{2})(\\d{4})?\\.(txt|zip)$");

  private RegisterDate() {}

  public static Optional<LocalDate> ofFileName(String name) {
    Matcher stamp = STAMP.matcher(name);
    if (!stamp.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(stamp.group(1)),
              Integer.parseInt(stamp.group(2)),
              Integer.parseInt(stamp.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
