package fr.liaison.directory.register.file;

/**
 * Stops an import: the file cannot be trusted. Carries a reason, the line where it showed and a
 * detail made of our own words (column names, counts), never of row content.
 */
public final class RefusedFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RefusalReason reason;
  private final long line;
  private final String detail;

  public RefusedFile(RefusalReason reason, long line, String detail) {
    super(reason.code());
    this.reason = reason;
    this.line = line;
    this.detail = detail;
  }

  /** The same refusal, of which file of an archive it speaks. */
  public RefusedFile in(String file) {
    return new RefusedFile(reason, line, detail.isEmpty() ? file : file + ": " + detail);
  }

  public RefusalReason reason() {
    return reason;
  }

  public long line() {
    return line;
  }

  public String detail() {
    return detail;
  }
}
