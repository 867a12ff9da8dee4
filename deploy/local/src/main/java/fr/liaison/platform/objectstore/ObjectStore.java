package fr.liaison.platform.objectstore;

import fr.liaison.platform.layout.Folders;
import fr.liaison.platform.process.HttpProbe;
import fr.liaison.platform.process.JavaCommand;
import fr.liaison.platform.process.Launch;
import fr.liaison.platform.process.Piece;
import fr.liaison.platform.process.Resources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The S3 server. Objects are files, written beside their place and renamed, but not flushed: it
 * survives kill -9, not a power cut. Its bucket is there before the start.
 */
public final class ObjectStore implements Piece {
  private final Path libraries;
  private final Path folder;
  private final S3Access access;
  private final List<String> flags;

  public ObjectStore(Path libraries, Path data, S3Access access, List<String> flags) {
    this.libraries = libraries;
    this.folder = data.resolve("s3");
    this.access = access;
    this.flags = List.copyOf(flags);
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public OptionalInt port() {
    return OptionalInt.of(access.port());
  }

  @Override
  public void prepare() throws IOException {
    Path objects = folder.resolve("objects");
    // A bucket is a folder, and a folder others may read would be a public bucket.
    Path bucket = Files.createDirectories(objects.resolve(access.bucket()));
    Files.setPosixFilePermissions(bucket, PosixFilePermissions.fromString("rwx------"));
    Folders.privateFile(
        folder.resolve("s3proxy.conf"),
        Resources.text(ObjectStore.class, "s3proxy.conf")
            .replace("${endpoint}", access.endpoint())
            .replace("${accessKey}", access.accessKey())
            .replace("${secretKey}", access.secretKey())
            .replace("${objects}", objects.toString()));
    Files.writeString(
        folder.resolve("logback.xml"), Resources.text(ObjectStore.class, "logback.xml"));
  }

  @Override
  public Launch launch(Path log) {
    // Nor may a file the server writes be readable by others: it would be a public object.
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", "umask 077 && exec \"$@\"", "s3"));
    command.addAll(
        JavaCommand.withHeap("128m")
            .with(flags)
            .with(
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=" + folder.resolve("logback.xml"),
                "-cp",
                libraries + "/*")
            .run(
                "org.gaul.s3proxy.Main",
                "--properties",
                folder.resolve("s3proxy.conf").toString()));
    return Launch.of(
        command,
        Map.of(),
        folder,
        // Unsigned, so refused: which proves that signatures are asked for.
        new HttpProbe(URI.create(access.endpoint() + "/"), status -> status == 403));
  }
}
