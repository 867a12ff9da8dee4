package fr.liaison.directory.register;

import fr.liaison.directory.register.file.CellText;
import fr.liaison.directory.register.file.Extraction;
import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.directory.register.file.PhysicalLines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Adds sound rows to a file of the corpus, in the layout of its own header, until no floor refuses
 * it: everybody of the shipped register who has a sound row, or strangers with mailboxes, skills or
 * diplomas.
 */
final class Padding {
  private static final int CELLS = MalformedFiles.HEADER.split("\\|", -1).length;
  private static final List<String> UNSOUND =
      List.of("|SANSCLE|", "|DECALE|", "|Anonyme|", "|SANSMETIER|", "|TROPLARGE|");
  private static final Map<ImportKind, List<String>> SOUND =
      Map.of(
          ImportKind.register,
          people(),
          ImportKind.mailboxes,
          strangers(
              MalformedMailboxes.HEADER, 100, 160, number -> MalformedMailboxes.of(number).line()),
          ImportKind.skills,
          strangers(
              MalformedDetails.SKILLS, 700, 702, number -> MalformedDetails.skill(number).line()),
          ImportKind.qualifications,
          strangers(
              MalformedDetails.DIPLOMAS,
              700,
              702,
              number -> MalformedDetails.diploma(number).line()));

  private Padding() {}

  /** Nothing but the sound rows. */
  static byte[] alone(ImportKind kind) {
    return (String.join("\n", SOUND.get(kind)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static byte[] of(MalformedFiles.Case file) {
    return file.format() == Extraction.Format.ZIP
        ? archive(file.bytes())
        : text(file.bytes(), kind(file));
  }

  /** What the file holds; of an archive, what its report is of. */
  static ImportKind kind(MalformedFiles.Case file) {
    if (file.format() == Extraction.Format.ZIP) {
      return entries(file.bytes()).keySet().stream()
          .map(ZipEntry::getName)
          .flatMap(name -> ImportKind.ofEntry(name).stream())
          .min(ImportKind::compareTo)
          .orElseThrow();
    }
    return ImportKind.ofText(
        new PushbackInputStream(
            new ByteArrayInputStream(file.bytes()), PhysicalLines.LONGEST_LINE));
  }

  private static byte[] archive(byte[] zip) {
    Archive padded = new Archive();
    entries(zip)
        .forEach(
            (entry, content) -> {
              byte[] filled =
                  ImportKind.ofEntry(entry.getName())
                      .map(kind -> text(content, kind))
                      .orElse(content);
              if (entry.getMethod() == ZipEntry.STORED) {
                padded.stored(entry.getName(), filled);
              } else {
                padded.with(new ZipEntry(entry.getName()), filled);
              }
            });
    return padded.bytes();
  }

  private static Map<ZipEntry, byte[]> entries(byte[] zip) {
    Map<ZipEntry, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry, in.readAllBytes());
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return entries;
  }

  /** Behind the rows of the file, whose lines keep their numbers, and whose last one may end it. */
  private static byte[] text(byte[] bytes, ImportKind kind) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    int headerEnd = text.indexOf('\n');
    String header = headerEnd < 0 ? text : text.substring(0, headerEnd).stripTrailing();
    String rows = String.join(end, laidOut(header, kind));
    if (text.endsWith("\n")) {
      return (text + rows + end).getBytes(StandardCharsets.UTF_8);
    }
    String rest = headerEnd < 0 ? "" : end + text.substring(headerEnd + 1);
    return (header + end + rows + rest).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> laidOut(String header, ImportKind kind) {
    List<String> sound = SOUND.get(kind);
    List<String> known = canonical(sound.getFirst());
    List<String> wanted = canonical(header.replace("\uFEFF", ""));
    List<String> rows = new ArrayList<>();
    for (String line : sound.subList(1, sound.size())) {
      String[] cells = line.split("\\|", -1);
      Map<String, String> values = new HashMap<>();
      IntStream.range(0, cells.length).forEach(at -> values.put(known.get(at), cells[at]));
      rows.add(
          wanted.stream()
              .map(name -> values.getOrDefault(name, ""))
              .collect(Collectors.joining("|")));
    }
    return rows;
  }

  private static List<String> canonical(String header) {
    return Stream.of(header.split("\\|", -1)).map(CellText::canonical).toList();
  }

  /** The same as other tests leave behind. */
  private static List<String> strangers(
      String header, int first, int last, IntFunction<String> row) {
    return Stream.concat(Stream.of(header), IntStream.rangeClosed(first, last).mapToObj(row))
        .toList();
  }

  private static List<String> people() {
    try {
      return SyntheticRegister.text()
          .lines()
          .filter(line -> line.split("\\|", -1).length == CELLS)
          .filter(line -> UNSOUND.stream().noneMatch(line::contains))
          .distinct()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
