package fr.liaison.client.stream;

import java.time.Duration;

/**
 * How patient a stream is.
 *
 * @param firstWait before the second attempt; doubled up to {@code longestWait}
 * @param lookEvery how often silence and the token's end are looked at
 * @param silence without any frame after which the connection counts as dead
 */
public record StreamSettings(
    Duration firstWait, Duration longestWait, Duration lookEvery, Duration silence) {
  public static StreamSettings standard() {
    return new StreamSettings(
        Duration.ofMillis(500),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Duration.ofSeconds(90));
  }
}
