package fr.liaison.directory.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.liaison.directory.Events;
import fr.liaison.directory.FakeKeycloak;
import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two runners at once; the tasks are due in a year, so that the service leaves them alone. */
@QuarkusTest
class AccountTasksTest extends RunningService {
  @Inject AccountTasks tasks;
  @Inject Database database;
  @Inject Events events;

  private final OffsetDateTime due = OffsetDateTime.now(ZoneOffset.UTC).plusYears(1);

  @AfterEach
  void forget() {
    FakeKeycloak.realmless(false);
    database.run(
        transaction ->
            transaction.update(
                "delete from account_task where created_at >= $1 or account_id = 'silent'", due));
  }

  @Test
  void ofOneAccountOneTaskIsTakenAtATimeAndTheOlderOneFirst() {
    String claire = accountOfSomebody(CLAIRE_MOREAU);
    String karim = accountOfSomebody(KARIM_BENALI);

    forTheMoment(
        one -> {
          assertThat(taken(one, claire)).isEqualTo(AccountTasks.Action.renumber);
          assertThat(forTheMoment(this::takenByAnother))
              .contains(karim + " renumber", karim + " enable")
              .noneMatch(task -> task.startsWith(claire));
          return List.of();
        });

    assertThat(forTheMoment(this::takenByAnother)).contains(claire + " renumber");
  }

  @Test
  void whoLoggedInUnderTheNewNumberTooEarlyIsFoundByItAgain() {
    String account = boundAccount(INES_CARON);
    FakeKeycloak.brokered(account, "899700299999");
    FakeKeycloak.brokered("too-early", INES_CARON);

    renumberNow(INES_CARON);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(FakeKeycloak.username(account)).isEqualTo("psc-" + INES_CARON);
              assertThat(FakeKeycloak.linked(account)).as("to the former subject").isFalse();
            });
    assertThat(FakeKeycloak.number(account)).isEqualTo(INES_CARON);
    assertThat(FakeKeycloak.username("too-early")).isNull();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(events.acts("account.delete", "too-early")).hasSize(1));
  }

  @Test
  void anAccountThatStandsForSomebodyIsNotDeletedForItsName() {
    String account = boundAccount(JULIE_PETIT);
    String other = boundAccount(ZOE_LEFEVRE);
    FakeKeycloak.brokered(account, "899700299998");
    FakeKeycloak.brokered(other, JULIE_PETIT);

    renumberNow(JULIE_PETIT);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(failure(account)).contains("http-409"));
    assertThat(FakeKeycloak.username(other)).isEqualTo("psc-" + JULIE_PETIT);
    database.run(
        transaction ->
            transaction.update("delete from account_task where account_id = $1", account));
  }

  @Test
  void aCallThatKeycloakNeverAnswersHoldsUpNobodyElse() {
    disableNow("silent");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(failure("silent")).contains("unreachable"));
    disableNow("heard");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(FakeKeycloak.enabled("heard")).isEqualTo("false"));
  }

  @Test
  void whileTheRealmIsAwayNobodyIsTakenForGone() {
    FakeKeycloak.realmless(true);
    disableNow("restored");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(failure("restored")).contains("http-404"));
    FakeKeycloak.realmless(false);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(FakeKeycloak.enabled("restored")).isEqualTo("false"));
  }

  private void disableNow(String account) {
    database.run(
        transaction ->
            transaction.update(
                """
                insert into account_task (account_id, action, created_at, next_attempt_at)
                values ($1, 'disable', now(), now())
                """,
                account));
  }

  private String boundAccount(String nationalId) {
    practitioner(nationalId).get("/v1/me");
    return accountOf(nationalId);
  }

  private void renumberNow(String nationalId) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    UUID id = UUID.fromString(idOf(nationalId));
    database.run(transaction -> tasks.renumber(transaction, List.of(id), now));
  }

  private Optional<String> failure(String account) {
    return database.read(
        transaction ->
            transaction.first(
                row -> row.getString(0),
                "select last_failure from account_task where account_id = $1 and attempts > 0"
                    + " and done_at is null",
                account));
  }

  /** Has two tasks, both due. */
  private String accountOfSomebody(String nationalId) {
    practitioner(nationalId).get("/v1/me");
    UUID id = UUID.fromString(idOf(nationalId));
    database.run(
        transaction -> {
          tasks.renumber(transaction, List.of(id), due);
          tasks.enable(transaction, List.of(id), due);
        });
    return database.read(
        transaction ->
            transaction
                .first(
                    row -> row.getString(0),
                    "select max(account_id) from account_task where created_at = $1 and"
                        + " account_id in (select account_id from account"
                        + " where practitioner_id = $2)",
                    due,
                    id)
                .orElseThrow());
  }

  /** The first task of the account; what else waits is taken before. */
  private AccountTasks.Action taken(Transaction transaction, String account) {
    while (true) {
      AccountTasks.Task task = tasks.takeDue(transaction, due).orElseThrow();
      if (task.accountId().equals(account)) {
        return task.action();
      }
      tasks.done(transaction, task, due);
    }
  }

  private List<String> takenByAnother(Transaction transaction) {
    List<String> taken = new ArrayList<>();
    Optional<AccountTasks.Task> task = tasks.takeDue(transaction, due);
    while (task.isPresent()) {
      taken.add(task.get().accountId() + " " + task.get().action());
      tasks.done(transaction, task.get(), due);
      task = tasks.takeDue(transaction, due);
    }
    return taken;
  }

  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Nothing of it stays, as tasks of other tests are among those taken. */
  private List<String> forTheMoment(Function<Transaction, List<String>> work) {
    List<String> answer = new ArrayList<>();
    try {
      database.run(
          transaction -> {
            answer.addAll(work.apply(transaction));
            throw new RolledBack();
          });
    } catch (RolledBack expected) {
      return answer;
    }
    throw new AssertionError("not rolled back");
  }
}
