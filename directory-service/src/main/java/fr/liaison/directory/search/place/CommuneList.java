package fr.liaison.directory.search.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The shipped list, by number of line: communes in force, the arrondissements of the largest, and
 * parts of merged communes. In arrays, since 37,000 objects of each kind would be large; sorted by
 * code. Not to be changed.
 */
final class CommuneList {
  private static final String FILE = "communes.tsv";
  private static final String OWN_POSITION = "gh";
  private static final int CODE_LENGTH = 5;
  private static final int RADIX = 36;
  private static final double PER_DEGREE = 100;
  static final int NONE = -1;

  private final int[] keys;
  private final String[] names;
  private final String[] postalCodes;
  private final short[] latitudes;
  private final short[] longitudes;
  private final boolean[] approximate;
  private final int[] people;
  private final int[] wholes;
  private final long[] former;
  private final Map<Integer, List<String>> otherNames = new HashMap<>();

  private CommuneList(List<String[]> lines) {
    int size = lines.size();
    keys = lines.stream().mapToInt(line -> key(line[0])).toArray();
    names = new String[size];
    postalCodes = new String[size];
    latitudes = new short[size];
    longitudes = new short[size];
    approximate = new boolean[size];
    people = new int[size];
    wholes = new int[size];
    List<Long> replaced = new ArrayList<>();
    for (int line = 0; line < size; line++) {
      String[] cells = lines.get(line);
      names[line] = cells[1];
      postalCodes[line] = cells[2];
      latitudes[line] = hundredths(cells[3]);
      longitudes[line] = hundredths(cells[4]);
      approximate[line] = !OWN_POSITION.contains(cells[5]);
      people[line] = Integer.parseInt(cells[6]);
      wholes[line] = cells.length > 7 && !cells[7].isEmpty() ? find(keys, cells[7]) : NONE;
      if (cells.length > 8) {
        for (String code : cells[8].isEmpty() ? new String[0] : cells[8].split(",", -1)) {
          replaced.add(((long) key(code) << Integer.SIZE) | line);
        }
      }
      if (cells.length > 9) {
        otherNames.put(line, List.of(cells[9].split("\\|", -1)));
      }
    }
    former = replaced.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  static CommuneList read() {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CommuneList.class.getResourceAsStream(FILE)),
                StandardCharsets.UTF_8))) {
      return new CommuneList(
          file.lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\t", -1))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return keys.length;
  }

  /** The line of a code, in force or not; {@link #NONE} for what is no INSEE code. */
  int line(String code) {
    int found = find(keys, code);
    if (found != NONE || !isCode(code)) {
      return found;
    }
    long first = (long) key(code) << Integer.SIZE;
    int at = Arrays.binarySearch(former, first);
    int next = at >= 0 ? at : -at - 1;
    return next < former.length && former[next] >> Integer.SIZE == key(code)
        ? (int) former[next]
        : NONE;
  }

  String code(int line) {
    return text(keys[line]);
  }

  String name(int line) {
    return names[line];
  }

  /** Of what was merged into it and bears its code. */
  List<String> otherNames(int line) {
    return otherNames.getOrDefault(line, List.of());
  }

  /** Of a part of a merged commune none. */
  List<String> postalCodes(int line) {
    return postalCodes[line].isEmpty() ? List.of() : List.of(postalCodes[line].split(",", -1));
  }

  /** Whether one of its postal codes begins so. */
  boolean serves(int line, String beginning) {
    String codes = postalCodes[line];
    int at = codes.indexOf(beginning);
    while (at > 0 && codes.charAt(at - 1) != ',') {
      at = codes.indexOf(beginning, at + 1);
    }
    return at >= 0;
  }

  Place place(int line) {
    return new Place(
        new Position(latitudes[line] / PER_DEGREE, longitudes[line] / PER_DEGREE),
        approximate[line]);
  }

  int people(int line) {
    return people[line];
  }

  /** What it is part of, or {@link #NONE}. */
  int whole(int line) {
    return wholes[line];
  }

  /** Whether it was a commune before it became part of another. */
  boolean isMerged(int line) {
    return wholes[line] != NONE && postalCodes[line].isEmpty();
  }

  /** Codes without a line that are now that of this one. */
  List<String> formerCodes(int line) {
    return Arrays.stream(former)
        .filter(one -> (int) one == line)
        .mapToObj(one -> text((int) (one >> Integer.SIZE)))
        .toList();
  }

  private static int find(int[] keys, String code) {
    int found = isCode(code) ? Arrays.binarySearch(keys, key(code)) : NONE;
    return Math.max(found, NONE);
  }

  private static boolean isCode(String code) {
    return code.length() == CODE_LENGTH
        && code.chars().allMatch(c -> (c >= '0' && c <= '9') || c == 'A' || c == 'B');
  }

  /** Sorts as the codes do. */
  private static int key(String code) {
    return Integer.parseInt(code, RADIX);
  }

  private static String text(int key) {
    String digits = Integer.toString(key, RADIX).toUpperCase(Locale.ROOT);
    return "0".repeat(CODE_LENGTH - digits.length()) + digits;
  }

  private static short hundredths(String degrees) {
    return (short) Math.round(Double.parseDouble(degrees) * PER_DEGREE);
  }
}
