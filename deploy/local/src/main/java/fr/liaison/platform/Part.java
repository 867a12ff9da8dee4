package fr.liaison.platform;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The parts of the platform. A part stands behind all those it needs. */
public enum Part {
  POSTGRESQL,
  KAFKA,
  S3,
  KEYCLOAK,
  DIRECTORY,
  CONVERSATION,
  ATTACHMENT,
  NOTIFICATION,
  AUDIT,
  GATEWAY;

  /** What must answer before this one is started. */
  Set<Part> after() {
    return switch (this) {
      case POSTGRESQL, KAFKA, S3, GATEWAY -> EnumSet.noneOf(Part.class);
      case KEYCLOAK -> EnumSet.of(POSTGRESQL);
      case DIRECTORY, CONVERSATION, NOTIFICATION, AUDIT -> EnumSet.of(POSTGRESQL, KAFKA);
      case ATTACHMENT -> EnumSet.of(POSTGRESQL, KAFKA, S3);
    };
  }

  /** As in log files and on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The five services. */
  public static Set<Part> services() {
    return EnumSet.range(DIRECTORY, AUDIT);
  }
}
