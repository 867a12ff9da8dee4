package fr.liaison.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.platform.process.HttpProbe;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class KeycloakStartTest {

  @Test
  void theRealmAnswersWithThePublicIssuer() throws Exception {
    try (Platform platform = Platform.start(EnumSet.of(Part.POSTGRESQL, Part.KEYCLOAK))) {
      assertThat(HttpProbe.ok(platform.keycloakUrl() + "/realms/psc-sim").ready()).isTrue();
      assertThat(platform.pid("keycloak")).isPresent();
    }
  }
}
