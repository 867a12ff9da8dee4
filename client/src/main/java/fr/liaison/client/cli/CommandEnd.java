package fr.liaison.client.cli;

import java.util.List;

/** Ends a command with a code and words from the bundle. */
final class CommandEnd extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final String word;
  private final transient List<Object> arguments;

  CommandEnd(ExitCode code, String word, Object... arguments) {
    super(word);
    this.code = code;
    this.word = word;
    this.arguments = List.of(arguments);
  }

  ExitCode code() {
    return code;
  }

  String word() {
    return word;
  }

  Object[] arguments() {
    return arguments.toArray();
  }
}
