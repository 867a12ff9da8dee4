package fr.liaison.directory.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.directory.Api;
import fr.liaison.directory.Events;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import fr.liaison.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeResourceTest extends RunningService {
  /** Nobody else's. */
  private static final String NEWCOMER = "899700219555";

  @Inject Events events;
  @Inject Database database;
  @Inject DataSource dataSource;

  @Test
  void thePractitionerOfTheTokensNationalIdIsTheCaller() {
    Api.Answer me = practitioner(KARIM_BENALI).get("/v1/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.body().get("accountId").asText()).isEqualTo(accountOf(KARIM_BENALI));
    assertThat(me.body().get("nationalId").asText()).isEqualTo(KARIM_BENALI);
    assertThat(me.body().get("roles").get(0).asText()).isEqualTo("practitioner");
    assertThat(me.body().at("/practitioner/familyName").asText()).isEqualTo("BENALI");
    assertThat(me.body().at("/practitioner/civility").asText()).isEqualTo("Docteur");
    assertThat(events.acts("account.bind", accountOf(KARIM_BENALI))).hasSize(1);
    practitioner(KARIM_BENALI).get("/v1/me");
    assertThat(events.acts("account.bind", accountOf(KARIM_BENALI))).hasSize(1);
  }

  @Test
  void aSecondAccountOfTheSamePersonIsRefused() {
    practitioner(JULIE_PETIT).get("/v1/me");
    Api.Answer other = Api.as(TestTokens.practitioner("impostor", JULIE_PETIT)).get("/v1/me");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("account-bound");
    assertThat(events.acts("access", "account-bound")).isNotEmpty();
  }

  @Test
  void anAccountCannotBecomeAnotherPerson() {
    practitioner(JULIE_PETIT).get("/v1/me");
    Api.Answer other =
        Api.as(TestTokens.practitioner(accountOf(JULIE_PETIT), INES_CARON)).get("/v1/me");
    assertThat(other.code()).isEqualTo("account-bound");
  }

  @Test
  void ofManyFirstCallsAtOnceOnlyOneAccountIsBound() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> calls =
          java.util.stream.IntStream.range(0, 8)
              .<Callable<Integer>>mapToObj(
                  i ->
                      () ->
                          Api.as(TestTokens.practitioner("racer-" + i, MATHIEU_LEROY))
                              .get("/v1/me")
                              .status())
              .toList();
      List<Future<Integer>> answers = threads.invokeAll(calls);
      List<Integer> statuses = new java.util.ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    }
  }

  @Test
  void aFirstLoginWhileTheRegisterStrikesThePersonOffBindsNoAccount() throws Exception {
    database.run(
        transaction ->
            transaction.update(
                """
                insert into practitioner (id, national_id, source, status, family_name, given_name,
                  profession_code, profession, exercises, fingerprint)
                select gen_random_uuid(), $1, source, status, family_name, given_name,
                  profession_code, profession, exercises, fingerprint
                from practitioner where national_id = $2
                """,
                NEWCOMER,
                INES_CARON));
    CompletableFuture<Api.Answer> login;
    try (Connection merge = dataSource.getConnection();
        Statement statement = merge.createStatement()) {
      merge.setAutoCommit(false);
      statement.executeUpdate(
          "update practitioner set status = 'departed', departed_at = now(), revision ="
              + " nextval('practitioner_revision') where national_id = '%s'".formatted(NEWCOMER));
      login =
          CompletableFuture.supplyAsync(
              () -> practitioner(NEWCOMER).get("/v1/me"),
              Executors.newVirtualThreadPerTaskExecutor());
      await().atMost(Duration.ofSeconds(60)).until(() -> login.isDone() || isAwaited(statement));
      merge.commit();
    }
    assertThat(login.join().code()).isEqualTo("registration-ended");
    assertThat(events.acts("account.bind", accountOf(NEWCOMER))).isEmpty();
  }

  private static boolean isAwaited(Statement statement) throws SQLException {
    try (ResultSet waiting =
        statement.executeQuery(
            "select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))")) {
      return waiting.next();
    }
  }

  @Test
  void whoTheRegisterDoesNotListIsRefusedAndTheRefusalIsAudited() {
    Api.Answer answer = Api.as(TestTokens.practitioner("struck-off", STRUCK_OFF)).get("/v1/me");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("not-registered");
    assertThat(events.acts("access", "not-registered")).isNotEmpty();
    assertThat(Api.as(TestTokens.account("no-id", "practitioner")).get("/v1/me").code())
        .isEqualTo("not-registered");
    assertThat(Api.as(TestTokens.practitioner("odd-id", "not a national id")).get("/v1/me").code())
        .isEqualTo("not-registered");
  }

  @Test
  void whoTheRegisterDoesNotListIsToldSoWhateverTheySend() {
    Api gone = Api.as(TestTokens.practitioner("struck-off", STRUCK_OFF));
    String device = "/v1/devices/" + UUID.randomUUID();
    for (Api.Answer answer :
        List.of(
            gone.post("/v1/devices", Map.of()),
            gone.put(device + "/name", Map.of()),
            gone.put(device + "/certificate", Map.of()),
            gone.post("/v1/delegations", Map.of()),
            gone.post("/v1/practitioners/matches", Map.of()))) {
      assertThat(answer.code()).isEqualTo("not-registered");
    }
  }

  @Test
  void staffWithoutARegisterEntryAreThemselvesWithoutAPractitioner() {
    Api.Answer me = Api.as(TestTokens.account("officer", "compliance-officer")).get("/v1/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.body().has("practitioner")).isFalse();
    assertThat(me.body().has("nationalId")).isFalse();
  }

  @Test
  void noTokenAForgedOneAndAForeignAudienceAreAllRefusedAlike() {
    assertThat(Api.nobody().get("/v1/me").code()).isEqualTo("unauthenticated");
    for (TestTokens bad :
        List.of(
            TestTokens.practitioner("x", CLAIRE_MOREAU).forged(),
            TestTokens.practitioner("x", CLAIRE_MOREAU).audience("somebody-else"),
            TestTokens.practitioner("x", CLAIRE_MOREAU).issuer("https://elsewhere.example"))) {
      Api.Answer answer = Api.as(bad).get("/v1/me");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.code()).isEqualTo("unauthenticated");
    }
  }
}
