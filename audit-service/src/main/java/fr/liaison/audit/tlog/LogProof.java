package fr.liaison.audit.tlog;

import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.merkle.InclusionProof;
import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import fr.liaison.audit.tlog.note.SignedNote;
import fr.liaison.audit.tlog.note.VerifierKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tlog-proof file: one entry's place in a signed log, checked without a network. The extra data
 * is not signed; the reader must tie it to the leaf.
 */
public record LogProof(
    @Nullable String extraBase64, long index, List<Hash> siblings, SignedNote checkpoint) {

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");

  public LogProof {
    siblings = List.copyOf(siblings);
    if (extraBase64 != null) {
      requireBase64(extraBase64);
    }
  }

  /** The application's own data about the entry, if any. */
  public Optional<byte[]> extra() {
    return Optional.ofNullable(extraBase64).map(Base64.getDecoder()::decode);
  }

  public static LogProof parse(String file) {
    int blank = file.indexOf("\n\n");
    if (blank < 0) {
      throw new MalformedLogDataException("a proof has a blank line before its checkpoint");
    }
    List<String> lines = Arrays.asList(file.substring(0, blank).split("\n", -1));
    boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith(EXTRA);
    int indexLine = hasExtra ? 2 : 1;
    if (!lines.getFirst().equals(HEADER)
        || lines.size() <= indexLine
        || !lines.get(indexLine).startsWith(INDEX)) {
      throw new MalformedLogDataException("a proof has a header, optional extra data and an index");
    }
    String index = lines.get(indexLine).substring(INDEX.length());
    if (!NUMBER.matcher(index).matches()) {
      throw new MalformedLogDataException("an index is a decimal number");
    }
    return new LogProof(
        hasExtra ? lines.get(1).substring(EXTRA.length()) : null,
        Long.parseLong(index),
        lines.subList(indexLine + 1, lines.size()).stream().map(Hash::parse).toList(),
        SignedNote.parse(file.substring(blank + 2)));
  }

  /** Whether the key's owner vouches for a log that holds this leaf hash at this index. */
  public boolean holds(Hash leaf, VerifierKey key) {
    Checkpoint signed = Checkpoint.parse(checkpoint.text());
    return signed.origin().equals(key.name())
        && checkpoint.isSignedBy(key)
        && index < signed.head().size()
        && new InclusionProof(index, signed.head().size(), siblings).holds(leaf, signed.head());
  }

  private static void requireBase64(String text) {
    try {
      Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new MalformedLogDataException("extra data is base64");
    }
  }

  /** The file. */
  @Override
  public String toString() {
    StringBuilder file = new StringBuilder(HEADER).append('\n');
    if (extraBase64 != null) {
      file.append(EXTRA).append(extraBase64).append('\n');
    }
    file.append(INDEX).append(index).append('\n');
    siblings.forEach(sibling -> file.append(sibling).append('\n'));
    return file.append('\n').append(checkpoint).toString();
  }
}
