package fr.liaison.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small built web client, with a secret beside it that must never be served. */
final class SampleSite {
  static final String SCRIPT = "export const text = \"" + "bonjour ".repeat(500) + "\";\n";

  private SampleSite() {}

  static Path in(Path folder) throws IOException {
    Path root = Files.createDirectories(folder.resolve("dist"));
    Files.createDirectories(root.resolve("assets"));
    Files.writeString(root.resolve("index.html"), "<!doctype html><title>Liaison</title>");
    Files.writeString(root.resolve("sw.js"), "self.skipWaiting();");
    Files.writeString(root.resolve("manifest.webmanifest"), "{}");
    Files.writeString(root.resolve("assets/app-3f9a1c.js"), SCRIPT);
    Files.writeString(root.resolve(".env"), "secret");
    Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(root.resolve("link.txt"), folder.resolve("secret.txt"));
    return root;
  }
}
