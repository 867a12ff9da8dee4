package fr.liaison.kit.outbox;

import fr.liaison.kit.database.Database;

/** Looks into the outbox from outside. */
final class OutboxProbe {
  private OutboxProbe() {}

  static long waiting(Database database) {
    return database
        .read(reader -> reader.first(row -> row.getLong(0), "select count(*) from outbox"))
        .orElseThrow();
  }
}
