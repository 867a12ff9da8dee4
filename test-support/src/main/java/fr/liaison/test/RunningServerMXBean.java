package fr.liaison.test;

/** What a test may do with a server, whichever class loader it stems from. */
public interface RunningServerMXBean {

  /** Keys and values by turns. */
  String[] getConfiguration();

  void kill();

  void stop();

  void start();
}
