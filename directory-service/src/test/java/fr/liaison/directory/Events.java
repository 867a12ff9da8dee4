package fr.liaison.directory;

import fr.liaison.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks at the events that wait in the outbox. */
@ApplicationScoped
public class Events {
  private final Database database;

  Events(Database database) {
    this.database = database;
  }

  /** The data of the waiting events of a type that mention the text, oldest first. */
  public List<String> of(String type, String mentioning) {
    return database.read(
        reader ->
            reader.rows(
                row -> row.getString(0),
                "select data from outbox where type = $1 and strpos(data, $2) > 0 order by id",
                "fr.liaison." + type + ".v1",
                mentioning));
  }

  /** The acts of that name in the audit trail that mention the text. */
  public List<String> acts(String action, String mentioning) {
    return of("act-recorded", mentioning).stream()
        .filter(data -> data.contains("\"" + action + "\""))
        .toList();
  }
}
