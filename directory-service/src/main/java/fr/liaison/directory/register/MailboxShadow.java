package fr.liaison.directory.register;

import fr.liaison.directory.register.file.MailboxColumn;
import fr.liaison.directory.register.file.MailboxRow;
import fr.liaison.directory.register.file.RegisterFile;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The table an import of mailboxes lands in, for the holder of the import lock. */
final class MailboxShadow {
  private static final String COPY =
      """
      copy mailbox_shadow (line, owner, address, kind, service, structure_name, paperless)
      from stdin
      """;

  private final RegisterShadow.Session session;

  MailboxShadow(RegisterShadow.Session session) {
    this.session = session;
  }

  /** Empties the shadow and streams the usable mailboxes into it; answers how many. */
  long load(RegisterFile<MailboxColumn, MailboxRow> file) throws IOException, SQLException {
    session.statement().execute("truncate mailbox_shadow");
    return session.load(
        COPY,
        file,
        (text, row) ->
            text.row(
                row.line(),
                row.owner(),
                row.address(),
                row.kind(),
                row.service(),
                row.structureName(),
                row.paperless()));
  }

  /** Keeps the first of the rows that give one mailbox to one owner; answers who was dropped. */
  RegisterShadow.Repeats dropRepeats(int named) throws SQLException {
    Statement statement = session.statement();
    statement.execute("analyze mailbox_shadow");
    List<Long> lines = new ArrayList<>();
    long count = 0;
    try (ResultSet result =
        statement.executeQuery(
            """
            with repeated as (
              select line from (
                select line, row_number() over (partition by owner, address order by line) as n
                from mailbox_shadow) r
              where n > 1),
            dropped as (
              delete from mailbox_shadow s using repeated r where s.line = r.line returning s.line)
            select line, count(*) over () from dropped order by line limit %d"""
                .formatted(Math.max(1, named)))) {
      while (result.next()) {
        lines.add(result.getLong(1));
        count = result.getLong(2);
      }
    }
    return new RegisterShadow.Repeats(count, lines);
  }
}
