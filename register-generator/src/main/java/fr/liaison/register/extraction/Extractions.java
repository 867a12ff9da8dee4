package fr.liaison.register.extraction;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.defect.Defect;
import fr.liaison.register.layout.ActivityColumn;
import fr.liaison.register.layout.DiplomaColumn;
import fr.liaison.register.layout.KnowHowColumn;
import fr.liaison.register.layout.MailboxColumn;
import fr.liaison.register.layout.Row;
import fr.liaison.register.person.Person;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The four extractions of one day under construction, person by person. */
public final class Extractions implements Closeable {
  private static final int STREAM = 5;

  private final long seed;
  private final boolean clean;
  private final LineFile activities;
  private final LineFile diplomas;
  private final LineFile knowHow;
  private final LineFile mailboxes;

  /** Overwrites the files; clean ones have no defects. */
  public Extractions(Path folder, String stamp, long seed, boolean clean) {
    this.seed = seed;
    this.clean = clean;
    activities = LineFile.create(folder.resolve(activityFile(stamp)));
    diplomas = LineFile.create(folder.resolve("PS_LibreAcces_Dipl_AutExerc_" + stamp + ".txt"));
    knowHow = LineFile.create(folder.resolve("PS_LibreAcces_SavoirFaire_" + stamp + ".txt"));
    mailboxes =
        LineFile.create(folder.resolve("Extraction_Correspondance_MSSante_" + stamp + ".txt"));
    activities.add(Row.header(ActivityColumn.class));
    diplomas.add(Row.header(DiplomaColumn.class));
    knowHow.add(Row.header(KnowHowColumn.class));
    mailboxes.add(Row.header(MailboxColumn.class));
  }

  /** The name of the file that the directory imports. */
  public static String activityFile(String stamp) {
    return "PS_LibreAcces_Personne_activite_" + stamp + ".txt";
  }

  /**
   * Adds the rows of another file of activities as they are. Throws {@link
   * IllegalArgumentException} where its columns are others.
   */
  public void addAll(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      if (!Row.header(ActivityColumn.class).equals(lines.readLine())) {
        throw new IllegalArgumentException("--beside: not a file of activities in today's columns");
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        activities.add(line);
      }
    }
  }

  /** Adds the person to each of the files; only the first activity may be defective. */
  public void add(Person person) {
    Defect defect = person.defect();
    for (int i = 0; i < person.activities().size(); i++) {
      Row<ActivityColumn> row = ActivityRows.of(person, person.activities().get(i));
      activities.add(Spoiled.lines(row, i == 0 ? defect : Defect.NONE));
    }
    Chance chance = Chance.of(seed, STREAM, person.index());
    DiplomaRows.write(person, chance, diplomas);
    KnowHowRows.write(person, knowHow);
    MailboxRows.write(person, clean, chance, mailboxes);
  }

  @Override
  public void close() {
    try (activities;
        diplomas;
        knowHow;
        mailboxes) {
      // Closing is all there is to do.
    }
  }
}
