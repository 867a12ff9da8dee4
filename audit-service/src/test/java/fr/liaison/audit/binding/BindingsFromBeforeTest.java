package fr.liaison.audit.binding;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.audit.Acts;
import fr.liaison.audit.act.SealAct;
import fr.liaison.audit.act.SealedAct;
import fr.liaison.contracts.event.ActRecorded;
import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.contracts.event.ActRecorded.Outcome;
import fr.liaison.contracts.event.ActRecorded.Subject;
import fr.liaison.kit.database.Uuid7;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bindings sealed by an audit-service that did not know of them, before and during an upgrade. */
@QuarkusTest
class BindingsFromBeforeTest {

  private static final String SCHEMA = "upgraded";
  private static final String NATIONAL_ID = "899700000009";

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @Inject SealAct sealAct;

  private final UUID device = UUID.randomUUID();
  private final UUID person = UUID.randomUUID();
  private Connection connection;

  @BeforeEach
  void openAnOlderDatabase() throws SQLException {
    connection = DriverManager.getConnection(url, user, password);
    run("drop schema if exists " + SCHEMA + " cascade");
    migrateTo("2");
    run("set search_path to " + SCHEMA);
  }

  @AfterEach
  void close() throws SQLException {
    run("drop schema " + SCHEMA + " cascade");
    connection.close();
  }

  @Test
  void aBindingSealedBeforeTheUpgradeIsFoundAfterIt() throws SQLException {
    store(0, Acts.act());
    store(1, binding(device, Map.of("event", "bound", "practitioner", person.toString())));
    store(2, binding(device, Map.of("event", "revoked", "practitioner", person.toString())));

    migrateTo("latest");

    assertThat(noted()).containsExactly("1 bound", "2 revoked");
  }

  @Test
  void oneSealedByAnOlderInstanceDuringTheUpgradeIsFoundAtOnce() throws SQLException {
    migrateTo("latest");

    store(0, binding(device, Map.of("event", "bound", "practitioner", person.toString())));

    assertThat(noted()).containsExactly("0 bound");
  }

  @Test
  void anOlderInstanceThatNotesItselfWhatTheDatabaseNotedGoesOnSealing() throws SQLException {
    migrateTo("latest");
    store(0, binding(device, Map.of("event", "bound", "practitioner", person.toString())));

    run(
        "insert into device_binding values (0, '%s', '%s', '%s', false)"
            .formatted(device, person, NATIONAL_ID));

    assertThat(noted()).containsExactly("0 bound");
  }

  @Test
  void whatTheTableHoldsAlreadyIsNotNotedTwice() throws SQLException {
    store(0, binding(device, Map.of("event", "bound", "practitioner", person.toString())));
    run(
        "insert into device_binding values (0, '%s', '%s', '%s', false)"
            .formatted(device, person, NATIONAL_ID));

    migrateTo("latest");

    assertThat(noted()).containsExactly("0 bound");
  }

  @Test
  void anActThatOnlyLooksLikeABindingHindersNoUpgradeAndProvesNothing() throws SQLException {
    store(0, binding(device, Map.of("event", "bound", "practitioner", "nobody")));
    store(1, binding(device, Map.of()));
    store(2, act("conversation-service", Outcome.success));
    store(3, act("directory-service", Outcome.refused));

    migrateTo("latest");
    store(4, binding(device, Map.of("event", "bound", "practitioner", "1-1-1-1-1")));

    assertThat(noted()).isEmpty();
  }

  private void migrateTo(String version) {
    Flyway.configure()
        .dataSource(url, user, password)
        .locations("classpath:db/kit", "classpath:db/migration")
        .defaultSchema(SCHEMA)
        .target(version)
        .load()
        .migrate();
  }

  /** As every version of the service wrote an act into the log. */
  private void store(long index, ActRecorded act) throws SQLException {
    SealedAct sealed = sealAct.seal(act);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into act (index, salt, payload, occurred_at, action, outcome)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, index);
      insert.setBytes(2, sealed.salt().toArray());
      insert.setString(3, sealed.payload());
      insert.setObject(4, act.time().atOffset(ZoneOffset.UTC));
      insert.setString(5, act.action());
      insert.setString(6, act.outcome().name());
      insert.executeUpdate();
    }
  }

  private List<String> noted() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select index, device_id, practitioner_id, revoked from device_binding"
                    + " order by index")) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        assertThat(rows.getObject(2)).isEqualTo(device);
        assertThat(rows.getObject(3)).isEqualTo(person);
        found.add(rows.getLong(1) + (rows.getBoolean(4) ? " revoked" : " bound"));
      }
      return found;
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static ActRecorded binding(UUID device, Map<String, String> details) {
    Map<String, String> said = new HashMap<>(details);
    said.put("nationalId", NATIONAL_ID);
    return act("directory-service", Outcome.success, device, said);
  }

  private ActRecorded act(String service, Outcome outcome) {
    return act(service, outcome, device, Map.of("practitioner", person.toString()));
  }

  private static ActRecorded act(
      String service, Outcome outcome, @Nullable UUID object, Map<String, String> details) {
    return new ActRecorded(
        Uuid7.next(),
        Instant.now(),
        service,
        "device.binding",
        outcome,
        Actor.NOBODY,
        object == null ? null : new Subject("device", object.toString()),
        null,
        details);
  }
}
