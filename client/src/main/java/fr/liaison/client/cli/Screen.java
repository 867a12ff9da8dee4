package fr.liaison.client.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.contracts.json.ContractJson;
import java.io.PrintWriter;
import java.util.regex.Pattern;

/**
 * Where a command writes: results to standard output, one JSON document a line when asked for; what
 * is meant for the person to standard error. Colours only on a terminal. Text from the network
 * cannot steer the terminal.
 */
record Screen(PrintWriter out, PrintWriter err, Words words, boolean colours) {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  void line(String text) {
    out.println(CONTROL.matcher(text).replaceAll("\ufffd"));
    out.flush();
  }

  /** The same, set off from the rest. */
  void heading(String text) {
    String plain = CONTROL.matcher(text).replaceAll("\ufffd");
    out.println(colours ? "\u001b[1m" + plain + "\u001b[0m" : plain);
    out.flush();
  }

  void json(Object document) {
    try {
      out.println(ContractJson.mapper().writeValueAsString(document));
      out.flush();
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }

  /** How far a transfer is; rewrites its line, and only on a terminal. */
  void progress(long bytes, long total) {
    if (colours) {
      err.print(
          "\r" + (total == 0 ? 100 : bytes * 100 / total) + " %" + (bytes < total ? "" : "\n"));
      err.flush();
    }
  }

  /** A line that the next one replaces; nothing where nobody looks. */
  void passing(String text) {
    if (colours) {
      err.print("\r\u001b[K" + CONTROL.matcher(text).replaceAll("\ufffd"));
      err.flush();
    }
  }

  /** Something to read before going on, already in words. */
  void warn(String text) {
    err.println(CONTROL.matcher(text).replaceAll("\ufffd"));
    err.flush();
  }

  void note(String key, Object... arguments) {
    err.println(words.say(key, arguments));
    err.flush();
  }
}
