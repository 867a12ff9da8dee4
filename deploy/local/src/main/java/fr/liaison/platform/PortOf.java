package fr.liaison.platform;

import java.util.Locale;

/** Every port the platform listens on, all on the loopback interface. */
public enum PortOf {
  GATEWAY(8080),
  POSTGRESQL(18132),
  KAFKA(18192),
  KAFKA_CONTROLLER(18193),
  S3(18190),
  KEYCLOAK(18180),
  KEYCLOAK_MANAGEMENT(18181),
  DIRECTORY(18101),
  CONVERSATION(18102),
  ATTACHMENT(18103),
  NOTIFICATION(18104),
  AUDIT(18105);

  private final int usual;

  PortOf(int usual) {
    this.usual = usual;
  }

  int usual() {
    return usual;
  }

  /** The environment variable that changes it. */
  public String setting() {
    return "LIAISON_PORT_" + name();
  }

  /** The command line option that changes it. */
  public String option() {
    return "--port-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
