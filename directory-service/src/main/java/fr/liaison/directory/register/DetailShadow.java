package fr.liaison.directory.register;

import fr.liaison.directory.register.file.DetailRow;
import fr.liaison.directory.register.file.RegisterFile;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables an import of a detail lands in, for the holder of the import lock. */
final class DetailShadow {
  private final RegisterShadow.Session session;
  private final Detail detail;

  DetailShadow(RegisterShadow.Session session, Detail detail) {
    this.session = session;
    this.detail = detail;
  }

  /** Empties the shadow and streams the usable rows into it; answers how many. */
  long load(RegisterFile<?, DetailRow> file) throws IOException, SQLException {
    session.statement().execute(detail.in("truncate {shadow}, {shadow}_person"));
    return session.load(
        detail.in("copy {shadow} (line, national_id, entry) from stdin"),
        file,
        (text, row) -> {
          for (String entry : row.entries()) {
            text.row(row.line(), row.nationalId(), entry);
          }
        });
  }

  /** Entries of a person that an earlier row of the file has too, the first of them by line. */
  RegisterShadow.Repeats repeats(int named) throws SQLException {
    Statement statement = session.statement();
    statement.execute(detail.in("analyze {shadow}"));
    List<Long> lines = new ArrayList<>();
    long count = 0;
    try (ResultSet result =
        statement.executeQuery(
            detail
                .in(
                    """
                    select line, count(*) over () from (
                      select line,
                        row_number() over (partition by national_id, entry order by line) as n
                      from {shadow}) r
                    where n > 1 order by line limit %d""")
                .formatted(Math.max(1, named)))) {
      while (result.next()) {
        lines.add(result.getLong(1));
        count = result.getLong(2);
      }
    }
    return new RegisterShadow.Repeats(count, lines);
  }

  /** Gathers the entries by person, each once and sorted; returns how many people there are. */
  long gather() throws SQLException {
    Statement statement = session.statement();
    long people =
        statement.executeLargeUpdate(
            detail.in(
                """
                insert into {shadow}_person (national_id, entries, row_count)
                select national_id, array_agg(distinct entry order by entry), count(*)
                from {shadow} group by national_id
                """));
    statement.execute(detail.in("analyze {shadow}_person"));
    return people;
  }
}
