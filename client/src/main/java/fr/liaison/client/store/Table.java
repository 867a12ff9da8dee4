package fr.liaison.client.store;

import java.util.Locale;

/** What is kept. Keys are readable and hold identifiers only; values are sealed. */
public enum Table {
  /** This device: key, certificate, pinned root. One row, {@code self}. */
  DEVICE,
  /** Refresh token, resume point, pinned log key: one row each. */
  SETTING,
  /** Private parts of published key packages, by their reference. */
  KEY_PACKAGE,
  /** MLS state, by conversation. */
  GROUP_STATE,
  /** The last log entry that went into the state, by conversation. */
  CURSOR,
  /** Plaintexts, by conversation and sequence. */
  MESSAGE,
  /** Messages on their way, by conversation and order of writing. */
  OUTBOX,
  /** What is known of a conversation besides its messages, by conversation. */
  CONVERSATION,
  /** The own commit whose fate is open, by conversation. */
  PENDING_COMMIT,
  /** Files on their way, by the message that is to refer to them. */
  UPLOAD,
  /** Keys of devices that are proven to stand in the log, and when, by device. */
  PROVEN_KEY,
  /** When a device was first met whose key was not proven then, by device. */
  UNPROVEN_KEY,
  /** Signed cards as they were served, by person. */
  CARD;

  String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
