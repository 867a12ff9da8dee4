package fr.liaison.acceptance;

/** What was said in the story, for those who afterwards look for it where it must not be. */
final class Story {
  /** In a text message; nowhere else in the world. */
  static final String SECRET = "Plaie du talon gauche, Mme Ravelo-Quintard, SpO2 quatre-vingt-huit";

  /** Sent while the colleague was away. */
  static final String LATER_SECRET = "Relire la glycemie Ravelo-Quintard demain matin";

  /**
   * A run of bytes from the middle of the photo as both browsers saw it; empty before the story.
   */
  static volatile byte[] photoMark = {};

  /** What the push service took in, decrypted. */
  static volatile String capturedPush = "";

  private Story() {}
}
