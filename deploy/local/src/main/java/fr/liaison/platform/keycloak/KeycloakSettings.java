package fr.liaison.platform.keycloak;

import fr.liaison.platform.postgres.DatabaseAccess;
import java.util.Map;

/**
 * What one Keycloak needs to know.
 *
 * @param publicOrigin what the browser sees, without a slash at the end
 * @param placeholders the realm templates' own: name to value
 */
public record KeycloakSettings(
    int port,
    int managementPort,
    String publicOrigin,
    DatabaseAccess database,
    String administratorPassword,
    Map<String, String> placeholders) {

  public KeycloakSettings {
    placeholders = Map.copyOf(placeholders);
  }

  /** For those inside: the services and the launcher. */
  public String internalUrl() {
    return "http://127.0.0.1:" + port + "/auth";
  }

  public String publicUrl() {
    return publicOrigin + "/auth";
  }

  @Override
  public String toString() {
    return "KeycloakSettings[" + publicOrigin + "]";
  }
}
