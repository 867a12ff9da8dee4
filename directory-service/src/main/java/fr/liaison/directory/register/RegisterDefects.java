package fr.liaison.directory.register;

import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.directory.register.file.RowDefect;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row defects of the latest imports, in the order in which they were found. */
@ApplicationScoped
public class RegisterDefects {
  /** Of so many imports they are kept, whatever became of the file. */
  private static final int IMPORTS = 50;

  /** Stores those of an import that ends and forgets those of the oldest. */
  void add(Transaction transaction, UUID importId, List<RowDefect> defects) {
    if (defects.isEmpty()) {
      return;
    }
    transaction.update(
        """
        insert into register_defect (import_id, position, line, reason, file)
        select $1, d.position, d.line, d.reason, d.file
        from unnest($2::bigint[], $3::text[], $4::text[])
          with ordinality as d (line, reason, file, position)
        """,
        importId,
        defects.stream().map(RowDefect::line).toArray(Long[]::new),
        defects.stream().map(RowDefect::reason).toArray(String[]::new),
        defects.stream().map(RegisterDefects::file).toArray(String[]::new));
    transaction.update(
        """
        delete from register_defect where import_id in (
          select d.import_id from (select distinct import_id from register_defect) d
          join register_import i on i.id = d.import_id
          order by i.started_at desc, i.id desc offset $1)
        """,
        IMPORTS);
  }

  /** Those behind a position, at most so many. */
  List<Stored> after(Transaction transaction, UUID importId, int position, int most) {
    return transaction.rows(
        row ->
            new Stored(
                row.getInteger(0),
                new RowDefect(row.getLong(1), row.getString(2), file(row.getString(3)))),
        """
        select position, line, reason, file from register_defect
        where import_id = $1 and position > $2 order by position limit $3
        """,
        importId,
        position,
        most);
  }

  private static @Nullable String file(RowDefect defect) {
    return defect.file() == null ? null : defect.file().name();
  }

  private static @Nullable ImportKind file(@Nullable String stored) {
    return stored == null ? null : ImportKind.valueOf(stored);
  }

  /** A defect and its place among those of its import, from 1. */
  record Stored(int position, RowDefect defect) {}
}
