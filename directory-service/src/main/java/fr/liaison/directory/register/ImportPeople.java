package fr.liaison.directory.register;

import static java.util.Objects.requireNonNull;

import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Imports the extraction of people and where they practise. */
@ApplicationScoped
public class ImportPeople {
  private final MergeShadow mergeShadow;
  private final RegisterImports imports;
  private final RegisterConfig config;
  private final Clock clock = Clock.systemUTC();

  ImportPeople(MergeShadow mergeShadow, RegisterImports imports, RegisterConfig config) {
    this.mergeShadow = mergeShadow;
    this.imports = imports;
    this.config = config;
  }

  ImportedFile within(ImportAttempt attempt) {
    return new People(attempt);
  }

  private final class People implements ImportedFile {
    private final ImportAttempt attempt;
    private final ListedProfessions professions = new ListedProfessions();
    private @Nullable RollCall roll;
    private @Nullable RowSpool spool;
    private long active;
    private long leaving;
    private long shadowed;
    private long rows;
    private long usable;

    People(ImportAttempt attempt) {
      this.attempt = attempt;
    }

    @Override
    public void load(RegisterShadow.Session session, InputStream text)
        throws IOException, SQLException {
      PeopleShadow shadow = new PeopleShadow(session);
      shadow.clear();
      roll = shadow.rollCall();
      spool = RowSpool.open();
      active = roll.active();
      PhysicalLines lines = new PhysicalLines(text, config.largestFile().asLongValue());
      RegisterFile<PersonColumn, RegisterRow> file =
          RegisterFile.ofPeople(lines, attempt.tally(), config.checkDigits());
      attempt.countRowsBy(file::rows);
      ListPeople.Bounds bounds = new ListPeople.Bounds(config.mostPeople(), config.mostRows());
      ListPeople list =
          new ListPeople(bounds, session::requireHeld, roll, spool, professions, attempt.tally());
      usable = file.read(list);
      rows = file.rows();
      roll.forgetRows();
      attempt.people(roll.listed());
    }

    @Override
    public void gather(RegisterShadow.Session session) throws IOException, SQLException {
      if (usable < config.floorRows()) {
        throw new RefusedFile(
            RefusalReason.TOO_FEW_ROWS, 0, "fewer than " + config.floorRows() + " usable rows");
      }
      PeopleShadow shadow = new PeopleShadow(session);
      leaving = shadow.leaving(requireNonNull(roll));
      shadow.rows(requireNonNull(roll), requireNonNull(spool));
      close();
      shadowed = shadow.people();
    }

    @Override
    public void merge(Transaction transaction) {
      ImportRequest request = attempt.request();
      LocalDate before =
          imports.dateInForce(transaction, ImportKind.register).orElse(request.registerDate());
      attempt.changed(
          mergeShadow.merge(
              transaction,
              new MergeShadow.Order(
                  new RegisterPeople.Balance(leaving, shadowed),
                  active,
                  professions,
                  request.registerDate(),
                  before,
                  attempt.reach(config),
                  clock.instant().atOffset(ZoneOffset.UTC),
                  request.acceptDepartures())),
          rows);
    }

    /** The merge needs neither of them, and may take longer than all that came before. */
    @Override
    public void close() throws IOException {
      roll = null;
      if (spool != null) {
        spool.close();
      }
    }
  }
}
