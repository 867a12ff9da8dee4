package fr.liaison.client.conversation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to be sent.
 *
 * @param mediaType lower-case, such as {@code application/pdf}
 * @param caption said beside it
 */
public record OutgoingFile(Path file, String name, String mediaType, @Nullable String caption) {
  public static OutgoingFile pdf(Path file) {
    return new OutgoingFile(file, String.valueOf(file.getFileName()), "application/pdf", null);
  }

  public OutgoingFile saying(String words) {
    return new OutgoingFile(file, name, mediaType, words);
  }

  /** Keeps name and place out of logs. */
  @Override
  public String toString() {
    return "OutgoingFile";
  }
}
