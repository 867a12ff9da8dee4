package fr.liaison.directory.register;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Finds by itself where a text of the corpus goes wrong, to compare with what the import says. */
final class CorpusLines {
  private CorpusLines() {}

  static long count(MalformedFiles.Case file) {
    return text(file).length;
  }

  /** The first line after the header that is neither blank nor one of the good rows. */
  static long firstUnsound(MalformedFiles.Case file) {
    Set<String> sound =
        Set.of(
            MalformedFiles.row(1, "EXEMPLE", "Alix"),
            MalformedFiles.row(2, "SUIVANT", "Eve"),
            MalformedMailboxes.of(1).line(),
            MalformedMailboxes.of(2).line(),
            MalformedDetails.skill(1).line(),
            MalformedDetails.skill(2).line(),
            MalformedDetails.diploma(1).line(),
            MalformedDetails.diploma(2).line());
    String[] lines = text(file);
    Set<String> met = new HashSet<>();
    for (int at = 1; at < lines.length; at++) {
      boolean fine = lines[at].isEmpty() || (sound.contains(lines[at]) && met.add(lines[at]));
      if (!fine) {
        return at + 1L;
      }
    }
    throw new AssertionError("every line is sound");
  }

  private static String[] text(MalformedFiles.Case file) {
    return new String(file.bytes(), StandardCharsets.UTF_8).split("\n");
  }
}
