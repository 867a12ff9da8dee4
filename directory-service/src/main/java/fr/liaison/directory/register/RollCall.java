package fr.liaison.directory.register;

import fr.liaison.directory.register.file.Sha256;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Everybody the directory knows, and who of them a file lists with other rows than before. Costs
 * some 45 bytes a person, 16 a row that is read, and 32 bytes of disk a person who is known, so
 * that the rows of people who did not change need not reach the database. A person's digest is a
 * sum over the rows: their order does not count. Not thread safe.
 */
final class RollCall implements Closeable {
  private static final int CHUNK = 1 << 15;
  private static final int LONGEST_NUMBER = 17;

  /** Above the marks stands the number of the profession. */
  private static final int PROFESSION = 16;

  /** Whose rows are read even where they are the same. */
  private static final int UNSETTLED =
      Mark.DEPARTED.bit | Mark.ENTERED.bit | Mark.FORMER.bit | Mark.DOUBTED.bit;

  private final Long2IntOpenHashMap places = new Long2IntOpenHashMap();
  private final LongOpenHashSet rows = new LongOpenHashSet();
  private final KnownPeople known = new KnownPeople();
  private final UuidColumn listedDigests = new UuidColumn();
  private final List<int[]> marks = new ArrayList<>();
  private final KnownProfessions professions = new KnownProfessions();
  private final ByteBuffer keyBytes = ByteBuffer.allocate(32);

  /** Who writes the file chooses its numbers, not where they fall in the map. */
  private final long seed = new SecureRandom().nextLong();

  private int size;
  private long active;
  private long listed;

  RollCall() {
    places.defaultReturnValue(-1);
  }

  /** What is known of a person; each holds for some only. */
  enum Mark {
    KNOWN(1),
    DEPARTED(1 << 1),
    /** A structure answers for them, not the register. */
    ENTERED(1 << 2),
    /** Not a person but the number somebody had before. */
    FORMER(1 << 3),
    LISTED(1 << 4),
    /** Unchanged, and all the same to be looked at. */
    WANTED(1 << 5),
    /** The first row has been passed on. */
    PASSED(1 << 6),
    /** Their rows are to be read, whatever their sum. */
    DOUBTED(1 << 7),
    /** Listed by rows that are all as they were, and need not be read. */
    SETTLED(1 << 8);

    private final int bit;

    Mark(int bit) {
      this.bit = bit;
    }
  }

  /**
   * Adds somebody the directory knows, before former numbers and rows; a profession by code and
   * label.
   */
  void know(
      String nationalId,
      UUID id,
      UUID digest,
      boolean departed,
      boolean entered,
      String profession) {
    int person = place(nationalId);
    mark(person, Mark.KNOWN);
    marks.get(person / CHUNK)[person % CHUNK] |= professions.number(profession) << PROFESSION;
    if (known.add(id, digest) != person) {
      throw new IllegalStateException("two people the directory knows have one number");
    }
    if (departed) {
      mark(person, Mark.DEPARTED);
    } else if (!entered) {
      active++;
    }
    if (entered) {
      mark(person, Mark.ENTERED);
    }
  }

  /** Rows that bear somebody's former number are nobody's. */
  void knowFormer(String nationalId) {
    mark(place(nationalId), Mark.FORMER);
  }

  /**
   * False where the file has had this row before, cell for cell; told by 64 bits of its digest,
   * which takes one row of the national file for another once in ten million nights.
   */
  boolean isNewRow(UUID hash) {
    return rows.add(hash.getMostSignificantBits());
  }

  /** Where the person stands, from 0; newcomers get a place of their own. */
  int place(String nationalId) {
    long key = key(nationalId) ^ seed;
    int found = places.get(key);
    if (found >= 0) {
      return found;
    }
    if (size == marks.size() * CHUNK) {
      marks.add(new int[CHUNK]);
    }
    places.put(key, size);
    return size++;
  }

  /** Where the person of this number stands, or -1 for one nobody bears or bore. */
  int find(String nationalId) {
    return places.get(key(nationalId) ^ seed);
  }

  /** Adds a row that was not read to those of the person, until {@link #settle}. */
  void sum(int person, UUID rowHash) {
    listedDigests.add(person, rowHash);
  }

  /** The rows of somebody with this number have to be read. */
  void doubt(String nationalId) {
    int person = find(nationalId);
    if (person >= 0) {
      mark(person, Mark.DOUBTED);
    }
  }

  /** Ends the sums of rows that were not read: whoever has the same as before is listed. */
  void settle() {
    for (int person = 0; person < size; person++) {
      UUID sum = listedDigests.get(person);
      if (is(person, Mark.KNOWN)
          && (marksOf(person) & UNSETTLED) == 0
          && sum.equals(known.digest(person))
          && !sum.equals(UuidColumn.NOTHING)) {
        mark(person, Mark.SETTLED);
        mark(person, Mark.LISTED);
        listed++;
      } else {
        listedDigests.set(person, UuidColumn.NOTHING);
      }
    }
  }

  /** Counts those whose rows were not read under the profession they are known by. */
  void countSettled(ListedProfessions counted) {
    long[] people = new long[KnownProfessions.MOST + 1];
    for (int person = 0; person < size; person++) {
      if (is(person, Mark.SETTLED)) {
        people[marksOf(person) >>> PROFESSION]++;
      }
    }
    professions.addTo(counted, people);
  }

  /** Wants the rows of somebody who may have stayed the same. */
  void want(String nationalId) {
    int person = place(nationalId);
    mark(person, Mark.WANTED);
    if (is(person, Mark.SETTLED)) {
      marks.get(person / CHUNK)[person % CHUNK] &= ~(Mark.SETTLED.bit | Mark.LISTED.bit);
      listedDigests.set(person, UuidColumn.NOTHING);
      listed--;
    }
  }

  /** Takes a row of the person into account; true for the first one. */
  boolean list(int person, UUID rowHash) {
    sum(person, rowHash);
    if (is(person, Mark.LISTED)) {
      return false;
    }
    mark(person, Mark.LISTED);
    listed++;
    return true;
  }

  /** The digest of all the person's rows in the file. */
  UUID digest(int person) {
    return listedDigests.get(person);
  }

  /** Whether the file says something of the person that the directory does not. */
  boolean isChanged(int person) {
    return !is(person, Mark.KNOWN)
        || (!is(person, Mark.ENTERED)
            && (is(person, Mark.DEPARTED)
                || !known.digest(person).equals(listedDigests.get(person))));
  }

  /** Those of the register who did not depart. */
  long active() {
    return active;
  }

  /** Once all are read, nobody asks again whether one is new. */
  void forgetRows() {
    rows.clear();
    rows.trim();
  }

  /** Rows met so far, each once. */
  long rows() {
    return rows.size();
  }

  /** Those the file lists. */
  long listed() {
    return listed;
  }

  /** Whom the file does not list although the register did, in no order. */
  Iterable<UUID> missing() {
    return () -> IntStream.range(0, size).filter(this::isMissing).mapToObj(known::id).iterator();
  }

  private boolean isMissing(int person) {
    return is(person, Mark.KNOWN)
        && !is(person, Mark.DEPARTED)
        && !is(person, Mark.ENTERED)
        && !is(person, Mark.LISTED);
  }

  boolean is(int person, Mark mark) {
    return (marksOf(person) & mark.bit) != 0;
  }

  private int marksOf(int person) {
    return marks.get(person / CHUNK)[person % CHUNK];
  }

  void mark(int person, Mark mark) {
    marks.get(person / CHUNK)[person % CHUNK] |= mark.bit;
  }

  /** A number stands for itself; the few identifiers with letters for 63 bits of their digest. */
  private long key(String nationalId) {
    long number = 1;
    for (int i = 0; i < nationalId.length(); i++) {
      int digit = nationalId.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i == LONGEST_NUMBER) {
        return digested(nationalId);
      }
      number = number * 10 + digit;
    }
    return number;
  }

  @Override
  public void close() throws IOException {
    known.close();
  }

  private long digested(String nationalId) {
    keyBytes.clear().put(Sha256.digest().digest(nationalId.getBytes(StandardCharsets.UTF_8)));
    return keyBytes.getLong(0) | Long.MIN_VALUE;
  }
}
