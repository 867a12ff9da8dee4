package fr.liaison.directory.register;

import fr.liaison.directory.register.file.DefectReason;
import fr.liaison.directory.register.file.MailboxColumn;
import fr.liaison.directory.register.file.MailboxRow;
import fr.liaison.directory.register.file.PhysicalLines;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.directory.register.file.RefusedFile;
import fr.liaison.directory.register.file.RegisterFile;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;

/** Imports the extraction of MSSanté mailboxes. */
@ApplicationScoped
public class ImportMailboxes {
  private final MergeMailboxes mergeMailboxes;
  private final RegisterConfig config;

  ImportMailboxes(MergeMailboxes mergeMailboxes, RegisterConfig config) {
    this.mergeMailboxes = mergeMailboxes;
    this.config = config;
  }

  ImportedFile within(ImportAttempt attempt) {
    return new Mailboxes(attempt);
  }

  private final class Mailboxes implements ImportedFile {
    private final ImportAttempt attempt;
    private long usable;

    Mailboxes(ImportAttempt attempt) {
      this.attempt = attempt;
    }

    @Override
    public void load(RegisterShadow.Session session, InputStream text)
        throws IOException, SQLException {
      PhysicalLines lines = new PhysicalLines(text, config.largestFile().asLongValue());
      RegisterFile<MailboxColumn, MailboxRow> file =
          RegisterFile.ofMailboxes(lines, attempt.tally(), config.checkDigits());
      attempt.countRowsBy(file::rows);
      usable = new MailboxShadow(session).load(file);
    }

    @Override
    public void gather(RegisterShadow.Session session) throws SQLException {
      RegisterShadow.Repeats repeats =
          new MailboxShadow(session).dropRepeats(config.storedDefects());
      attempt.tally().addAll(DefectReason.REPEATED_ROW, repeats.count(), repeats.lines());
      if (usable < config.floorMailboxes()) {
        throw new RefusedFile(
            RefusalReason.TOO_FEW_ROWS,
            0,
            "fewer than " + config.floorMailboxes() + " usable rows");
      }
    }

    @Override
    public void merge(Transaction transaction) {
      attempt.changed(
          mergeMailboxes.merge(
              transaction, attempt.reach(config), attempt.request().acceptDepartures()));
    }
  }
}
