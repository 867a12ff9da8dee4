package fr.liaison.platform.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Our own programs as they are run: straight from the build folders, or from a stage that a later
 * build does not touch, so that {@code ./liaison test} never pulls the jars from under a running
 * platform.
 *
 * @param stage the root of the stage, or the checkout itself
 */
public record Programs(Checkout checkout, Path stage) {

  /** From the build folders: for tests, which run what was just built. */
  public static Programs built(Checkout checkout) {
    return new Programs(checkout, checkout.root());
  }

  /** From a stage filled earlier by {@link #staged}. */
  public static Programs in(Checkout checkout, Path stage) {
    return new Programs(checkout, stage);
  }

  /** Fills the stage: links where the file system can, copies with the same times otherwise. */
  public static Programs staged(Checkout checkout, Path stage, List<String> parts)
      throws IOException {
    Programs source = built(checkout);
    Programs target = new Programs(checkout, stage);
    for (String part : parts) {
      if (part.equals("gateway")) {
        replace(
            source.gatewayFolder().resolve("libs"),
            target.gatewayFolder().resolve("libs"),
            Programs::copy);
        copy(source.gateway(), target.gatewayJar());
        if (Files.isDirectory(source.web())) {
          replace(source.web(), target.web(), Programs::link);
        }
      } else if (Files.isDirectory(checkout.root().resolve(part + "-service"))) {
        replace(source.service(part), target.serviceFolder(part), Programs::link);
      }
    }
    return target;
  }

  /** The folder with {@code quarkus-run.jar}. */
  public Path service(String name) {
    return Checkout.built(serviceFolder(name));
  }

  /** The gateway's jar; its libraries are in {@code libs} beside it. */
  public Path gateway() {
    return Checkout.built(gatewayJar());
  }

  /** The built web client, which may be missing. */
  public Path web() {
    return stage.resolve("web/dist");
  }

  private Path serviceFolder(String name) {
    return stage.resolve(name + "-service/target/quarkus-app");
  }

  private Path gatewayFolder() {
    return stage.resolve("deploy/gateway/target");
  }

  private Path gatewayJar() {
    return gatewayFolder().resolve("liaison-gateway-" + Checkout.VERSION + ".jar");
  }

  /** Brings one file to another place. */
  @FunctionalInterface
  private interface Transfer {
    void bring(Path from, Path to) throws IOException;
  }

  private static void replace(Path source, Path target, Transfer transfer) throws IOException {
    Folders.delete(target);
    try (Stream<Path> all = Files.walk(source)) {
      for (Path from : (Iterable<Path>) all::iterator) {
        Path to = target.resolve(source.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          transfer.bring(from, to);
        }
      }
    }
  }

  private static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(
          to, from); // Quarkus and Vite empty their folders first, so none writes into it
    } catch (IOException | UnsupportedOperationException e) {
      copy(from, to);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
  }
}
