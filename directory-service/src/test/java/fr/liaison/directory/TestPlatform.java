package fr.liaison.directory;

import fr.liaison.test.PostgresResource;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * What every test of the running service stands on: PostgreSQL, tokens, a stand-in for Keycloak's
 * admin calls, a fresh certificate authority and the shipped register. Events stay in the outbox,
 * where tests look at them.
 */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(FakeKeycloak.class)
@QuarkusTestResource(TestPlatform.class)
public final class TestPlatform implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    try {
      return Map.ofEntries(
          Map.entry("liaison.outbox.relay", "false"),
          Map.entry("liaison.consumer.enabled", "false"),
          Map.entry("kafka.bootstrap.servers", "127.0.0.1:1"),
          Map.entry("liaison.directory.ca.directory", Files.createTempDirectory("ca").toString()),
          Map.entry("liaison.directory.ca.generate", "true"),
          Map.entry("liaison.directory.device.most", "3"),
          Map.entry("liaison.directory.device.most-challenges", "5"),
          Map.entry("liaison.directory.account.poll", "1s"),
          Map.entry("liaison.directory.account.patience", "2s"),
          Map.entry("liaison.directory.staff.seal-every", "1s"),
          Map.entry("liaison.directory.account.first-retry", "200ms"),
          Map.entry("liaison.directory.register.days-ahead", "7"),
          Map.entry("liaison.directory.register.floor-rows", "200"),
          Map.entry("liaison.directory.register.floor-mailboxes", "3"),
          Map.entry("liaison.directory.register.floor-skills", "3"),
          Map.entry("liaison.directory.register.floor-qualifications", "3"),
          Map.entry("liaison.directory.register.stored-defects", "1200"),
          Map.entry(
              "liaison.directory.register.file",
              "classpath:register/PS_LibreAcces_Personne_activite_202611200730.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}
