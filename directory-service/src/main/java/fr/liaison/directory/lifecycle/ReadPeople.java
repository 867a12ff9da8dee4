package fr.liaison.directory.lifecycle;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.directory.device.DeviceConfig;
import fr.liaison.directory.practitioner.PractitionerId;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows administrators where people stand; that they looked is recorded, not for which name. */
@ApplicationScoped
public class ReadPeople {
  private final People people;
  private final Database database;
  private final AuditTrail audit;
  private final DeviceConfig config;

  ReadPeople(People people, Database database, AuditTrail audit, DeviceConfig config) {
    this.people = people;
    this.database = database;
    this.audit = audit;
    this.config = config;
  }

  Person one(Caller caller, PractitionerId id) {
    return database.inTransaction(
        transaction -> {
          Person person =
              people
                  .find(transaction, id, config.most())
                  .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
          audit.record(
              transaction, Act.of("person.read").by(caller).on("practitioner", id.value()));
          return person;
        });
  }

  PersonPage page(Caller caller, PeopleQuery query) {
    return database.inTransaction(
        transaction -> {
          List<PersonPage.Entry> found = people.page(transaction, query);
          boolean more = found.size() > query.limit();
          List<PersonPage.Entry> items = more ? found.subList(0, query.limit()) : found;
          audit.record(transaction, Act.of("person.list").by(caller).with("found", items.size()));
          return new PersonPage(items, more ? items.getLast().id() : null);
        });
  }
}
