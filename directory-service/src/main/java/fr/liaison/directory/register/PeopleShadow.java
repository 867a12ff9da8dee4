package fr.liaison.directory.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyOut;

/**
 * The tables an import of people lands in, for the holder of the import lock: the rows of whoever
 * changed, and who is missing. What stays as it is never reaches them.
 */
final class PeopleShadow {
  /** In the order of the cells of {@link RowSpool}, behind what is known at the end of a file. */
  private static final String COPY_ROWS =
      """
      copy register_shadow (fingerprint, first, changed, line, national_id, vouched, family_name,
        given_name, civility, profession_code, profession, category_code, savoir_faire_code,
        savoir_faire, structure_id, structure_name, postal_code, commune, town, sector, locum)
      from stdin
      """;

  private static final String COPY_KNOWN =
      """
      copy (
        select p.id, p.fingerprint, p.status = 'departed',
          exists (select from entered_here w where w.practitioner_id = p.id), p.national_id,
          p.profession_code || '|' || p.profession
        from practitioner p)
      to stdout (format binary)
      """;

  /** Signature, flags and an empty extension. */
  private static final int BINARY_HEADER = 19;

  private final RegisterShadow.Session session;

  PeopleShadow(RegisterShadow.Session session) {
    this.session = session;
  }

  /** Empties the shadow; waits for a merge that still reads it. */
  void clear() throws SQLException {
    session
        .statement()
        .execute("truncate register_shadow, register_shadow_person, register_leaving");
  }

  /** Fills an empty roll with everybody the directory knows. */
  void call(RollCall roll) throws SQLException {
    CopyOut copy = session.api().copyOut(COPY_KNOWN);
    try {
      for (byte @Nullable [] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        know(roll, ByteBuffer.wrap(row));
      }
    } catch (RuntimeException failure) {
      // Whatever asks the connection next would wait for the end of this for ever, and to cancel
      // what the server has sent whole already would lose step with it.
      while (copy.isActive()) {
        copy.readFromCopy();
      }
      throw failure;
    }
    try (ResultSet result =
        session.statement().executeQuery("select national_id from former_identifier")) {
      while (result.next()) {
        roll.knowFormer(result.getString(1));
      }
    }
  }

  /** Lengths stand before values; the header stands before the first row, -1 after the last. */
  private static void know(RollCall roll, ByteBuffer row) {
    if (row.get(0) == 'P') {
      row.position(BINARY_HEADER);
    }
    if (!row.hasRemaining() || row.getShort() < 0) {
      return;
    }
    UUID id = uuid(row);
    UUID digest = uuid(row);
    boolean departed = flag(row);
    boolean entered = flag(row);
    roll.know(text(row), id, digest, departed, entered, text(row));
  }

  private static String text(ByteBuffer row) {
    byte[] bytes = new byte[row.getInt()];
    row.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static UUID uuid(ByteBuffer row) {
    row.getInt();
    return new UUID(row.getLong(), row.getLong());
  }

  private static boolean flag(ByteBuffer row) {
    row.getInt();
    return row.get() != 0;
  }

  /** Who is missing, instead of whoever was before; answers how many. */
  long leaving(RollCall roll) throws IOException, SQLException {
    session.statement().execute("truncate register_leaving");
    return session.copyIn(
        "copy register_leaving (practitioner_id) from stdin",
        target -> {
          CopyText text = new CopyText(target);
          long count = 0;
          for (UUID missing : roll.missing()) {
            text.row(missing);
            count++;
          }
          text.flush();
          return count;
        });
  }

  /** The rows of all who changed, and of whoever else is wanted. */
  void rows(RollCall roll, RowSpool spool) throws IOException, SQLException {
    var _ =
        session.copyIn(
            COPY_ROWS,
            target -> {
              spool.replay(person -> before(roll, person), target);
              return true;
            });
  }

  private static @Nullable String before(RollCall roll, int person) {
    boolean changed = roll.isChanged(person);
    if (!changed && !roll.is(person, RollCall.Mark.WANTED)) {
      return null;
    }
    boolean first = !roll.is(person, RollCall.Mark.PASSED);
    roll.mark(person, RollCall.Mark.PASSED);
    return roll.digest(person) + (first ? "\tt\t" : "\tf\t") + (changed ? 't' : 'f');
  }

  /** An ADELI number that goes may have its successor among the people who stay as they are. */
  void wantNamesakesOfLeaving(RollCall roll) throws SQLException {
    try (ResultSet result =
        session
            .statement()
            .executeQuery(
                """
                with leaving as materialized (
                  select name_key(p.family_name) as family, name_key(p.given_name) as given
                  from practitioner p join register_leaving l on l.practitioner_id = p.id
                  where left(p.national_id, 1) = '0')
                select p.national_id
                from leaving l
                join practitioner p on left(p.national_id, 1) = '8'
                  and name_key(p.family_name) = l.family and name_key(p.given_name) = l.given
                """)) {
      while (result.next()) {
        roll.want(result.getString(1));
      }
    }
  }

  /** One line for each person in the shadow; returns how many. */
  long people() throws SQLException {
    Statement statement = session.statement();
    statement.execute("analyze register_shadow, register_leaving");
    long people =
        statement.executeLargeUpdate(
            """
            insert into register_shadow_person (national_id, first_line, fingerprint, changed)
            select national_id, line, fingerprint, changed from register_shadow where first
            """);
    statement.execute("analyze register_shadow_person");
    return people;
  }
}
