package fr.liaison.directory.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Room on the disk, in the folder of temporary files, that is given back when it is closed or the
 * process dies, whatever way.
 */
final class ScratchFile {
  private ScratchFile() {}

  static FileChannel open() throws IOException {
    Path file = Files.createTempFile("register-", ".rows");
    try {
      return FileChannel.open(
          file,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          // The system forgets the name at once, and the bytes with the last who has it open.
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException unusable) {
      Files.deleteIfExists(file);
      throw unusable;
    }
  }

  static void append(FileChannel file, byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
    while (rest.hasRemaining()) {
      file.write(rest);
    }
  }
}
