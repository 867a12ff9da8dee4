package fr.liaison.client.attachment;

import fr.liaison.client.http.Problem;
import java.nio.file.Path;

/** What became of a download. Only {@link Complete} leaves a file under the target's name. */
public sealed interface DownloadOutcome {
  /** Every byte is what the sender attached. */
  record Complete(Path file) implements DownloadOutcome {}

  /** What came is not what the sender attached; the part is removed. */
  record Forged() implements DownloadOutcome {}

  record Refused(Problem problem) implements DownloadOutcome {}

  /** Call again to go on from where it stopped. */
  record Unreachable() implements DownloadOutcome {}
}
