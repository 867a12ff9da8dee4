package fr.liaison.client.stream;

/** What a socket tells the session that owns it. */
sealed interface Signal {
  record Text(String text) implements Signal {
    @Override
    public String toString() {
      return "Text[" + text.length() + "]";
    }
  }

  /** Over, with the server's code; 1006 when the connection broke. */
  record Closed(int code) implements Signal {}
}
