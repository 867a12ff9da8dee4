package fr.liaison.gateway.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The files below one folder, kept in memory while they do not change on disk. A path that leaves
 * the folder, also through a link, or names a hidden file, is not there. A path without an ending
 * that is no file is a page of the client, answered with its start page. Blocks: call on a worker.
 */
final class SiteFiles {
  private static final String START_PAGE = "index.html";

  private final Path root;
  private final ConcurrentMap<Path, SiteFile> read = new ConcurrentHashMap<>();

  SiteFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  Optional<SiteFile> find(String path) throws IOException {
    String relative = path.substring(1);
    Path file = root.resolve(relative.isEmpty() ? START_PAGE : relative).normalize();
    if (path.contains("/.") || !file.startsWith(root)) {
      return Optional.empty();
    }
    if (Files.isRegularFile(file)) {
      return isInside(file) ? Optional.of(load(file)) : Optional.empty();
    }
    boolean asset = relative.substring(relative.lastIndexOf('/') + 1).contains(".");
    Path start = root.resolve(START_PAGE);
    return asset || !Files.isRegularFile(start) ? Optional.empty() : Optional.of(load(start));
  }

  private boolean isInside(Path file) throws IOException {
    return file.toRealPath().startsWith(root.toRealPath());
  }

  private SiteFile load(Path file) throws IOException {
    SiteFile known = read.get(file);
    if (known != null && known.isCurrent(file)) {
      return known;
    }
    SiteFile fresh = SiteFile.read(file);
    read.put(file, fresh);
    return fresh;
  }
}
