package fr.liaison.attachment.upload;

import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.problem.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names and header grammar of tus 1.0. */
final class Tus {
  static final String VERSION = "1.0.0";
  static final String EXTENSIONS = "creation,termination";
  static final String RESUMABLE = "Tus-Resumable";
  static final String SUPPORTED = "Tus-Version";
  static final String EXTENSION = "Tus-Extension";
  static final String MAX_SIZE = "Tus-Max-Size";
  static final String OFFSET = "Upload-Offset";
  static final String LENGTH = "Upload-Length";
  static final String DEFER_LENGTH = "Upload-Defer-Length";
  static final String METADATA = "Upload-Metadata";
  static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";
  static final String CHUNK = "application/offset+octet-stream";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private Tus() {}

  /** Reads a required non-negative number; a missing or unreadable one is a 400 that names it. */
  static long number(String header, @Nullable String value) {
    if (value == null || !NUMBER.matcher(value).matches()) {
      throw malformed(header, "must be a non-negative decimal number");
    }
    return Long.parseLong(value);
  }

  static Problem malformed(String header, String rule) {
    return Problem.of(ProblemType.MALFORMED_UPLOAD, rule).with("header", header);
  }
}
