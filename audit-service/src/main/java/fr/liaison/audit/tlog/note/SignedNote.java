package fr.liaison.audit.tlog.note;

import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text with the signatures of whoever vouches for it. Parsing checks the form only; {@link
 * #isSignedBy} checks a signature, ignores unknown keys and refuses a known key's bad signature.
 */
public record SignedNote(String text, List<String> signatureLines) {

  private static final String DASH = "— ";
  private static final int MAX_SIGNATURES = 100;

  public SignedNote {
    boolean control = text.chars().anyMatch(c -> c < 0x20 && c != '\n');
    if (control || !text.endsWith("\n")) {
      throw new MalformedLogDataException("a note has no control characters and ends in a newline");
    }
    signatureLines = List.copyOf(signatureLines);
    signatureLines.forEach(Line::parse);
    if (signatureLines.isEmpty() || signatureLines.size() > MAX_SIGNATURES) {
      throw new MalformedLogDataException("a note has 1 to 100 signatures");
    }
  }

  static SignedNote of(String text, VerifierKey key, byte[] signature) {
    byte[] body =
        ByteBuffer.allocate(VerifierKey.KEY_ID_BYTES + signature.length)
            .putInt(key.id())
            .put(signature)
            .array();
    return new SignedNote(
        text, List.of(DASH + key.name() + " " + Base64.getEncoder().encodeToString(body)));
  }

  public static SignedNote parse(String note) {
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n")) {
      throw new MalformedLogDataException("a note has a blank line before its signatures");
    }
    String signatures = note.substring(blank + 2);
    if (signatures.isEmpty()) {
      throw new MalformedLogDataException("a note has 1 to 100 signatures");
    }
    return new SignedNote(
        note.substring(0, blank + 1),
        List.of(signatures.substring(0, signatures.length() - 1).split("\n", -1)));
  }

  /** Whether this key signed the text; one signature of the key that fails spoils the note. */
  public boolean isSignedBy(VerifierKey key) {
    Set<Boolean> verdicts =
        signatureLines.stream()
            .map(Line::parse)
            .filter(line -> line.isOf(key))
            .map(line -> key.verifies(text, line.signature))
            .collect(Collectors.toSet());
    return verdicts.equals(Set.of(true));
  }

  /** The same note with the signatures of another signer of the same text after its own. */
  public SignedNote with(SignedNote other) {
    if (!other.text.equals(text)) {
      throw new IllegalArgumentException("the signatures are over another text");
    }
    List<String> lines = new ArrayList<>(signatureLines);
    lines.addAll(other.signatureLines);
    return new SignedNote(text, lines);
  }

  /** The note as published. */
  @Override
  public String toString() {
    return text + "\n" + String.join("\n", signatureLines) + "\n";
  }

  private static final class Line {

    private final KeyName name;
    private final int keyId;
    private final byte[] signature;

    private Line(KeyName name, int keyId, byte[] signature) {
      this.name = name;
      this.keyId = keyId;
      this.signature = signature;
    }

    boolean isOf(VerifierKey key) {
      return name.equals(key.name()) && keyId == key.id();
    }

    static Line parse(String line) {
      String[] parts = line.split(" ", -1);
      if (!line.startsWith(DASH) || parts.length != 3) {
        throw new MalformedLogDataException("a signature line is dash, name, base64");
      }
      byte[] body;
      try {
        body = Base64.getDecoder().decode(parts[2]);
      } catch (IllegalArgumentException notBase64) {
        throw new MalformedLogDataException("a signature line is dash, name, base64");
      }
      if (body.length <= VerifierKey.KEY_ID_BYTES) {
        throw new MalformedLogDataException("a signature follows a four-byte key id");
      }
      return new Line(
          new KeyName(parts[1]),
          ByteBuffer.wrap(body).getInt(),
          Arrays.copyOfRange(body, VerifierKey.KEY_ID_BYTES, body.length));
    }
  }
}
