package fr.liaison.directory.register.file;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a file holds: the people of the register, the mailboxes of people and structures, or what
 * the register says of people in files of their own. Files of one archive are merged in this order.
 */
public enum ImportKind {
  register("PS_LibreAcces_Personne_activite"),
  mailboxes("Extraction_Correspondance_MSSante"),
  skills("PS_LibreAcces_SavoirFaire"),
  qualifications("PS_LibreAcces_Dipl_AutExerc");

  /** Only a file of mailboxes has any of these columns. */
  private static final List<String> OF_MAILBOXES = List.of("adresse bal", "type de bal");

  /** Of the register's files, only that of people has such columns; it names their skills too. */
  private static final Pattern OF_PEOPLE =
      Pattern.compile(".*(civilité|mode exercice|structure|raison sociale|site).*");

  private static final Pattern OF_QUALIFICATIONS =
      Pattern.compile("(code|libellé) (type )?(diplôme obtenu|autorisation)");

  private static final Pattern OF_SKILLS = Pattern.compile("(code|libellé) (type )?savoir-faire");

  private final String publishedName;
  private final Pattern entryName;

  ImportKind(String publishedName) {
    this.publishedName = publishedName;
    this.entryName = Pattern.compile(publishedName + "[A-Za-z0-9_-]*\\.txt");
  }

  /** An entry of an archive tells by its name what it holds; empty for any other entry. */
  public static Optional<ImportKind> ofEntry(String name) {
    for (ImportKind kind : values()) {
      if (kind.entryName.matcher(name).matches()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** What a published file holds by its name: the register where nothing else is said. */
  public static ImportKind ofFileName(String name) {
    return Stream.of(values())
        .filter(kind -> name.startsWith(kind.publishedName))
        .findFirst()
        .orElse(register);
  }

  /** A plain text tells by its header, which stays unread: the register where nothing else does. */
  public static ImportKind ofText(PushbackInputStream text) {
    List<String> names = Cells.of(firstLine(text)).stream().map(CellText::canonical).toList();
    if (OF_MAILBOXES.stream().anyMatch(names::contains)) {
      return mailboxes;
    }
    if (any(OF_PEOPLE, names)) {
      return register;
    }
    return any(OF_QUALIFICATIONS, names)
        ? qualifications
        : any(OF_SKILLS, names) ? skills : register;
  }

  private static boolean any(Pattern pattern, List<String> names) {
    return names.stream().anyMatch(name -> pattern.matcher(name).matches());
  }

  /** Whether it says more of people whom another file lists. */
  public boolean isDetail() {
    return this == skills || this == qualifications;
  }

  /** The name of such a file up to its stamp. */
  public String publishedName() {
    return publishedName;
  }

  private static String firstLine(PushbackInputStream text) {
    byte[] start = new byte[PhysicalLines.LONGEST_LINE];
    int filled = 0;
    int end = -1;
    try {
      while (filled < start.length && end < 0) {
        int read = text.read(start, filled, start.length - filled);
        if (read < 0) {
          break;
        }
        end = indexOfLineEnd(start, filled, filled + read);
        filled += read;
      }
      text.unread(start, 0, filled);
    } catch (IOException cut) {
      throw new RefusedFile(RefusalReason.TRUNCATED, 0, "the stream broke");
    }
    return new String(start, 0, end < 0 ? filled : end, StandardCharsets.UTF_8);
  }

  private static int indexOfLineEnd(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
