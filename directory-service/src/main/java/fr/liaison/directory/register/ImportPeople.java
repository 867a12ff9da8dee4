package fr.liaison.directory.register;

import static java.util.Objects.requireNonNull;

import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.directory.register.file.PersonColumn;
import fr.liaison.directory.register.file.PhysicalLines;
import fr.liaison.directory.register.file.RefusalReason;
import fr.liaison.directory.register.file.RefusedFile;
import fr.liaison.directory.register.file.RegisterFile;
import fr.liaison.directory.register.file.RegisterRow;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
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
    private @Nullable ReadTwice twice;
    private @Nullable UnchangedRows unchanged;
    private long active;
    private long leaving;
    private long shadowed;
    private long usable;
    private LongSupplier rows = () -> 0;

    People(ImportAttempt attempt) {
      this.attempt = attempt;
    }

    @Override
    public void load(RegisterShadow.Session session, InputStream text)
        throws IOException, SQLException {
      PeopleShadow shadow = new PeopleShadow(session);
      shadow.clear();
      attempt.countRowsBy(() -> rows.getAsLong());
      RollCall everybody = new RollCall();
      roll = everybody;
      shadow.call(everybody);
      spool = RowSpool.open();
      active = everybody.active();
      if (active == 0) {
        read(session, text, line -> false);
        return;
      }
      twice = ReadTwice.of(text);
      unchanged = new UnchangedRows(everybody, session::requireHeld, config.mostRows());
      rows = unchanged::rows;
      unchanged.find(lines(twice.first()), config.checkDigits());
    }

    /** Nobody reads a row of whoever stays as they are, unless a namesake leaves. */
    private void readOthers(
        RegisterShadow.Session session, RollCall everybody, ReadTwice file, UnchangedRows same)
        throws IOException, SQLException {
      PeopleShadow shadow = new PeopleShadow(session);
      // At least those who leave; who that is exactly is known when the others are read.
      leaving = shadow.leaving(everybody);
      shadow.wantNamesakesOfLeaving(everybody);
      everybody.countSettled(professions);
      read(session, file.again(), same::at);
    }

    private void read(RegisterShadow.Session session, InputStream text, LongPredicate known)
        throws IOException {
      RegisterFile<PersonColumn, RegisterRow> file =
          RegisterFile.ofPeople(lines(text), attempt.tally(), config.checkDigits(), known);
      rows = file::rows;
      usable =
          file.read(
              new ListPeople(
                  new ListPeople.Bounds(config.mostPeople(), config.mostRows()),
                  session::requireHeld,
                  requireNonNull(roll),
                  requireNonNull(spool),
                  professions,
                  attempt.tally()));
      // Not the file: it would keep the whole roll in memory until the import ends.
      long read = file.rows();
      rows = () -> read;
    }

    private PhysicalLines lines(InputStream text) {
      return new PhysicalLines(text, config.largestFile().asLongValue());
    }

    @Override
    public void gather(RegisterShadow.Session session) throws IOException, SQLException {
      RollCall everybody = requireNonNull(roll);
      if (twice != null && unchanged != null) {
        readOthers(session, everybody, twice, unchanged);
      }
      everybody.forgetRows();
      attempt.people(everybody.listed());
      if (usable < config.floorRows()) {
        throw new RefusedFile(
            RefusalReason.TOO_FEW_ROWS, 0, "fewer than " + config.floorRows() + " usable rows");
      }
      PeopleShadow shadow = new PeopleShadow(session);
      leaving = shadow.leaving(everybody);
      shadow.rows(everybody, requireNonNull(spool));
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
          rows.getAsLong());
    }

    /** Before the merge, which may take longer than all that came before. */
    @Override
    public void close() throws IOException {
      // The merge needs none of them, and one that fails to close keeps no other open.
      try (var _ = roll;
          var _ = twice;
          var _ = spool) {
        roll = null;
        unchanged = null;
      }
    }
  }
}
