package fr.liaison.directory.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds zip archives in memory, sound ones and others. */
final class Archive {
  static final String WANTED = "PS_LibreAcces_Personne_activite_202611200730.txt";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);

  static Archive of(String name, String text) {
    return new Archive().with(name, text);
  }

  Archive with(String name, String text) {
    return with(new ZipEntry(name), text.getBytes(StandardCharsets.UTF_8));
  }

  Archive with(ZipEntry entry, byte[] content) {
    try {
      zip.putNextEntry(entry);
      zip.write(content);
      zip.closeEntry();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return this;
  }

  /** An entry that is not compressed, so that a changed byte shows only in its checksum. */
  Archive stored(String name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    return with(entry, content);
  }

  byte[] bytes() {
    try {
      zip.close();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  /** Sets the flag that says the first entry is encrypted. */
  byte[] encrypted() {
    byte[] archive = bytes();
    archive[6] |= 1;
    return archive;
  }
}
