package fr.liaison.gateway.site;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file of the web client as it is sent: its bytes, its gzip form where that is smaller, and a
 * validator that changes with either. Read whole, because the client's files are small and asked
 * for again and again.
 */
record SiteFile(
    String mediaType, Buffer plain, @Nullable Buffer gzip, String etag, long modified, long size) {

  static SiteFile read(Path file) throws IOException {
    long modified = Files.getLastModifiedTime(file).toMillis();
    byte[] plain = Files.readAllBytes(file);
    String mediaType = MediaTypes.of(String.valueOf(file.getFileName()));
    byte @Nullable [] gzip = MediaTypes.shrinks(mediaType) ? compress(plain) : null;
    String etag = '"' + Long.toHexString(modified) + '-' + Integer.toHexString(plain.length) + '"';
    return new SiteFile(
        mediaType,
        Buffer.buffer(plain),
        gzip != null && gzip.length < plain.length ? Buffer.buffer(gzip) : null,
        etag,
        modified,
        plain.length);
  }

  /** Whether the file on disk is still the one that was read. */
  boolean isCurrent(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toMillis() == modified && Files.size(file) == size;
  }

  private static byte[] compress(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }
}
