package fr.liaison.directory.account;

import io.quarkus.keycloak.admin.client.common.runtime.KeycloakAdminClientConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.ws.rs.client.Client;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

/**
 * Keycloak's admin client, each of whose calls ends: Keycloak that takes a call and never answers
 * it would otherwise hold up the tasks of everybody.
 */
@ApplicationScoped
class KeycloakClient {
  @Produces
  @RequestScoped
  Keycloak keycloak(KeycloakAdminClientConfig server, AccountConfig config) {
    Client client = Keycloak.getClientProvider().newRestEasyClient(null, null, false);
    client.property(QuarkusRestClientProperties.READ_TIMEOUT, config.patience().toMillis());
    return KeycloakBuilder.builder()
        .serverUrl(server.serverUrl().orElseThrow())
        .realm(server.realm())
        .clientId(server.clientId())
        .clientSecret(server.clientSecret().orElse(null))
        .grantType(server.grantType().asString())
        .resteasyClient(client)
        .build();
  }

  void close(@Disposes Keycloak keycloak) {
    keycloak.close();
  }
}
