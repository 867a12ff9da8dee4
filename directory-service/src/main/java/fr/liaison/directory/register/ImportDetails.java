package fr.liaison.directory.register;

import fr.liaison.directory.register.file.DefectReason;
import fr.liaison.directory.register.file.DetailRow;
import fr.liaison.directory.register.file.PhysicalLines;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.directory.register.file.RefusedFile;
import fr.liaison.directory.register.file.RegisterFile;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;

/** Imports a file of details: skills, or diplomas and authorisations. */
@ApplicationScoped
public class ImportDetails {
  private final MergeDetail mergeDetail;
  private final RegisterConfig config;

  ImportDetails(MergeDetail mergeDetail, RegisterConfig config) {
    this.mergeDetail = mergeDetail;
    this.config = config;
  }

  ImportedFile within(ImportAttempt attempt, Detail detail) {
    return new Details(attempt, detail);
  }

  private final class Details implements ImportedFile {
    private final ImportAttempt attempt;
    private final Detail detail;
    private long rows;
    private long usable;
    private long people;

    Details(ImportAttempt attempt, Detail detail) {
      this.attempt = attempt;
      this.detail = detail;
    }

    @Override
    public void load(RegisterShadow.Session session, InputStream text)
        throws IOException, SQLException {
      PhysicalLines lines = new PhysicalLines(text, config.largestFile().asLongValue());
      RegisterFile<?, DetailRow> file = detail.file(lines, attempt.tally(), config.checkDigits());
      attempt.countRowsBy(file::rows);
      usable = new DetailShadow(session, detail).load(file);
      rows = file.rows();
    }

    @Override
    public void gather(RegisterShadow.Session session) throws SQLException {
      DetailShadow shadow = new DetailShadow(session, detail);
      RegisterShadow.Repeats repeats = shadow.repeats(config.storedDefects());
      attempt.tally().addAll(DefectReason.REPEATED_ROW, repeats.count(), repeats.lines());
      if (usable < detail.floor(config)) {
        throw new RefusedFile(
            RefusalReason.TOO_FEW_ROWS, 0, "fewer than " + detail.floor(config) + " usable rows");
      }
      people = shadow.gather();
    }

    @Override
    public void merge(Transaction transaction) {
      MergeDetail.Changes changes =
          mergeDetail.merge(
              transaction,
              detail,
              new MergeDetail.Order(
                  people, attempt.reach(config), attempt.request().acceptDepartures()));
      attempt.changed(detail.kind(), changes, rows);
    }
  }
}
