package fr.liaison.audit.tlog;

import fr.liaison.audit.tlog.merkle.Hash;
import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import fr.liaison.audit.tlog.merkle.TreeHead;
import fr.liaison.audit.tlog.note.KeyName;
import fr.liaison.audit.tlog.note.SignedNote;
import fr.liaison.audit.tlog.note.SignerKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a log signs: its origin, its size and its root. Extension lines are refused. */
public record Checkpoint(KeyName origin, TreeHead head) {

  private static final Pattern FORM =
      Pattern.compile("([^\\n]+)\\n(0|[1-9]\\d{0,18})\\n([^\\n]+)\\n");

  public static Checkpoint parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new MalformedLogDataException("a checkpoint is origin, size and root, a line each");
    }
    try {
      return new Checkpoint(
          new KeyName(matcher.group(1)),
          new TreeHead(Long.parseLong(matcher.group(2)), Hash.parse(matcher.group(3))));
    } catch (NumberFormatException beyondLong) {
      throw new MalformedLogDataException("a tree size fits in 63 bits");
    }
  }

  public String text() {
    return origin + "\n" + head.size() + "\n" + head.root() + "\n";
  }

  /** Signs under the origin's own name. */
  public SignedNote sign(SignerKey key) {
    if (!key.verifier().name().equals(origin)) {
      throw new IllegalArgumentException("a log signs under its origin");
    }
    return key.sign(text());
  }
}
