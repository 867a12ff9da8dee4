package fr.liaison.directory.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.directory.RunningService;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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

  private final OffsetDateTime due = OffsetDateTime.now(ZoneOffset.UTC).plusYears(1);

  @AfterEach
  void forget() {
    database.run(
        transaction -> transaction.update("delete from account_task where created_at >= $1", due));
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
