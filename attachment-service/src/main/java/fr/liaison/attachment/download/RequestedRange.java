package fr.liaison.attachment.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Range} header asks of a blob of known size (RFC 9110, section 14). Only a single
 * byte range is honoured; a header of another unit, with several ranges or not readable is ignored,
 * as the RFC allows, and the whole is sent.
 */
public sealed interface RequestedRange {

  /** Everything: no range was asked for. */
  record Whole() implements RequestedRange {}

  /** The bytes from {@code first} to {@code last}, both included and both inside the blob. */
  record Part(long first, long last) implements RequestedRange {
    public long length() {
      return last - first + 1;
    }

    public String contentRange(long size) {
      return "bytes " + first + '-' + last + '/' + size;
    }
  }

  /** A readable range that holds no byte of the blob. */
  record Outside() implements RequestedRange {}

  static RequestedRange of(@Nullable String header, long size) {
    if (header == null) {
      return new Whole();
    }
    Matcher form = Syntax.SINGLE.matcher(header.strip());
    if (!form.matches()) {
      return new Whole();
    }
    String from = form.group(1);
    String to = form.group(2);
    if (from.isEmpty()) {
      return to.isEmpty() ? new Whole() : suffix(Syntax.number(to), size);
    }
    long first = Syntax.number(from);
    long last = to.isEmpty() ? size - 1 : Syntax.number(to);
    if (!to.isEmpty() && last < first) {
      return new Whole();
    }
    return first >= size ? new Outside() : new Part(first, Math.min(last, size - 1));
  }

  private static RequestedRange suffix(long length, long size) {
    return length == 0 ? new Outside() : new Part(Math.max(0, size - length), size - 1);
  }

  /** The one form read here. */
  final class Syntax {
    private static final Pattern SINGLE =
        Pattern.compile("bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)", Pattern.CASE_INSENSITIVE);
    private static final int DIGITS_OF_A_LONG = 18;

    private Syntax() {}

    /** A number too long to be a position in any blob counts as beyond its end. */
    private static long number(String digits) {
      String significant = digits.replaceFirst("^0+(?=.)", "");
      return significant.length() > DIGITS_OF_A_LONG ? Long.MAX_VALUE : Long.parseLong(significant);
    }
  }
}
