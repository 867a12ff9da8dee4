package fr.liaison.acceptance.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The accessibility rules of axe-core, colours included, on a page as Chromium lays it out. */
final class Axe {
  private static final Path PROGRAM = Path.of("web", "node_modules", "axe-core", "axe.min.js");

  /** What fades in is judged when it is there; what turns for ever is not waited for. */
  private static final String STILL =
      """
      () => document.getAnimations().every(({ playState, effect }) =>
        playState !== "running" || effect.getComputedTiming().endTime === Infinity)
      """;

  private static final String RUN =
      """
      async () => {
        const { passes, violations } = await window.axe.run(document)
        if (!passes.some(({ id }) => id === "color-contrast")) throw new Error("nothing was judged")
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) =>
          `${html} ${any.map(({ message }) => message).join(" ")}`).join(" | ")}`)
      }
      """;

  private Axe() {}

  static List<String> findings(Page page) {
    page.waitForFunction(STILL);
    page.evaluate(program());
    return ((List<?>) page.evaluate(RUN)).stream().map(String::valueOf).toList();
  }

  private static String program() {
    Path root = Path.of(System.getProperty("liaison.root"));
    try {
      return "() => {" + Files.readString(root.resolve(PROGRAM)) + "}";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
