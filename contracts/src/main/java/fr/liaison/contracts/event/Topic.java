package fr.liaison.contracts.event;

import java.util.Locale;

/** The Kafka topics. {@link #DEAD_LETTER} holds what a consumer could not understand. */
public enum Topic {
  PRACTITIONER,
  DEVICE,
  CONVERSATION,
  ATTACHMENT,
  NOTIFICATION,
  AUDIT,
  DEAD_LETTER;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
