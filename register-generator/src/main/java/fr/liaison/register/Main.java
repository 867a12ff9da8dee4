package fr.liaison.register;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code ./liaison generate-register}: writes the files and says what is in them. */
public final class Main {
  private static final int USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  static int run(PrintStream out, PrintStream err, String... arguments) throws IOException {
    Generated generated;
    try {
      generated = new GenerateRegister(Arguments.parse(arguments)).run();
    } catch (IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      err.println(
          "./liaison generate-register --rows N --seed S [--folder DIR] [--date YYYY-MM-DD]"
              + " [--defects none] [--beside FILE]");
      return USAGE;
    }
    out.println(generated.activities());
    out.println(
        generated.people()
            + " people, "
            + generated.rows()
            + " rows, "
            + generated.usable()
            + " of them usable");
    return 0;
  }
}
