package fr.liaison.platform.postgres;

import fr.liaison.platform.layout.Cache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the server programs once per version. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  static Path unpack(Path archive, Cache cache) throws IOException, InterruptedException {
    String name = archive.getFileName().toString().replace(".jar", "");
    return cache.entry(name, folder -> unpackInto(archive, folder));
  }

  private static void unpackInto(Path archive, Path folder) throws IOException {
    try (ZipFile jar = new ZipFile(archive.toFile());
        InputStream compressed = jar.getInputStream(tarball(jar));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(compressed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, folder);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("archive entry outside its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    if ((entry.getMode() & 0100) != 0) {
      Set<PosixFilePermission> executable = EnumSet.copyOf(Files.getPosixFilePermissions(target));
      executable.add(PosixFilePermission.OWNER_EXECUTE);
      executable.add(PosixFilePermission.GROUP_EXECUTE);
      executable.add(PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(target, executable);
    }
  }

  private static ZipEntry tarball(ZipFile jar) throws IOException {
    Enumeration<? extends ZipEntry> entries = jar.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (entry.getName().endsWith(".txz")) {
        return entry;
      }
    }
    throw new IOException("no server programs in " + jar.getName());
  }
}
