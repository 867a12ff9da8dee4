package fr.liaison.client.audit;

import fr.liaison.contracts.json.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A C2SP signed note: what was signed, and by whom. */
record SignedNote(String text, List<NoteSignature> signatures) {
  private static final Pattern LINE = Pattern.compile("\u2014 (\\S+) (\\S+)");

  record NoteSignature(String name, Bytes id, Bytes bytes) {}

  /** What one key has to say about a note. */
  enum Standing {
    SIGNED,
    /** The key did not sign; others are ignored. */
    MISSING,
    /** A signature that names the key is wrong. */
    FALSE
  }

  static SignedNote parse(String note) {
    int split = note.lastIndexOf("\n\n");
    if (split < 0 || split + 2 >= note.length() || !note.endsWith("\n")) {
      throw new MalformedProof("not a signed note");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : note.substring(split + 2, note.length() - 1).split("\n", -1)) {
      Matcher matcher = LINE.matcher(line);
      byte[] bytes = matcher.matches() ? Base64Text.decode(matcher.group(2)) : new byte[0];
      if (bytes.length < 5) {
        throw new MalformedProof("not a signature line");
      }
      signatures.add(
          new NoteSignature(
              matcher.group(1),
              Bytes.of(Arrays.copyOf(bytes, 4)),
              Bytes.of(Arrays.copyOfRange(bytes, 4, bytes.length))));
    }
    return new SignedNote(note.substring(0, split + 1), List.copyOf(signatures));
  }

  Standing of(VerifierKey key) {
    List<NoteSignature> own =
        signatures.stream()
            .filter(one -> one.name().equals(key.name()) && one.id().equals(key.id()))
            .toList();
    if (own.isEmpty()) {
      return Standing.MISSING;
    }
    return own.stream().allMatch(one -> key.signed(text, one.bytes().toArray()))
        ? Standing.SIGNED
        : Standing.FALSE;
  }
}
