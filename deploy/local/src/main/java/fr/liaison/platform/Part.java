package fr.liaison.platform;

import fr.liaison.platform.process.StartFailed;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** The part of that label; an unknown one is refused together with the known ones. */
  static Part of(String label) {
    return EnumSet.allOf(Part.class).stream()
        .filter(part -> part.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new StartFailed(
                    "No part is called "
                        + label
                        + ". Parts: "
                        + EnumSet.allOf(Part.class).stream()
                            .map(Part::label)
                            .collect(Collectors.joining(" "))));
  }

  /** The five services. */
  public static Set<Part> services() {
    return EnumSet.range(DIRECTORY, AUDIT);
  }
}
