package fr.liaison.directory.register;

import fr.liaison.directory.register.file.CheckDigits;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where the register file comes from and when it is not to be trusted. */
@ConfigMapping(prefix = "liaison.directory.register")
public interface RegisterConfig {
  /**
   * The extraction imported at start-up when the register is empty or the file is new: a path, or
   * {@code classpath:…} for a shipped file; the published archive if it ends in {@code .zip}. None
   * by default: nobody becomes a practitioner by accident.
   */
  Optional<String> file();

  /** The extraction of MSSanté mailboxes imported at start-up when it is new, as {@link #file}. */
  Optional<String> mailboxes();

  /** A file with fewer usable rows than this is taken for a truncated download. */
  @WithDefault("1")
  long floorRows();

  /** How many days to come an uploaded file may stand for; one later keeps out those before. */
  @WithDefault("1")
  int daysAhead();

  /** The largest share of the active people that one import may remove. */
  @WithDefault("0.05")
  double mostDepartures();

  /**
   * How long a structure that lost everybody of the register still answers for its people and
   * programs, unless a file of a later day agrees before.
   */
  @WithDefault("2d")
  Duration orphanGrace();

  /** So many people and programs of such structures may always depart with one file. */
  @WithDefault("10")
  int fewOrphans();

  /** As {@link #floorRows}, of the file of mailboxes; the national one has 535,000. */
  @WithDefault("1")
  long floorMailboxes();

  /** The largest share of the mailboxes that one import may remove. */
  @WithDefault("0.05")
  double mostMailboxesRemoved();

  /** As {@link #floorRows}, of the file of skills; the national one has some 390,000. */
  @WithDefault("1")
  long floorSkills();

  /** As {@link #floorRows}, of the file of diplomas; the national one has 2.2 million. */
  @WithDefault("1")
  long floorQualifications();

  /** The largest share of the people with skills, or qualifications, that may lose all of them. */
  @WithDefault("0.05")
  double mostDetailsRemoved();

  /** The largest extraction, sent as it is or in an archive; the national one has about 820 MB. */
  @WithDefault("1200M")
  MemorySize largestFile();

  /** A file that lists more people is refused; the national one lists 1.3 million. */
  @WithDefault("4000000")
  long mostPeople();

  /** As {@link #mostPeople}, of rows; the national file has 2.3 million. */
  @WithDefault("12000000")
  long mostRows();

  /** How many row defects a report names by line; all are counted. */
  @WithDefault("200")
  int namedDefects();

  /** How many row defects of one import can be read page by page; all are counted. */
  @WithDefault("10000")
  int storedDefects();

  /** What becomes of wrong check digits; {@code warn} is for realms of test identities only. */
  @WithDefault("strict")
  CheckDigits checkDigits();

  /**
   * How long before the beginning of its day a file may have been made: what a fresher source said
   * to have happened since then outranks the file.
   */
  @WithDefault("12H")
  Duration fileLag();

  /** How long one statement of the merge may take. */
  @WithDefault("10M")
  Duration mergeTimeout();

  /** What the database may use for one sort or hash of an import before it turns to the disk. */
  @WithDefault("128M")
  MemorySize sortMemory();
}
