package fr.liaison.client.card;

/** What a signed card is worth. */
public sealed interface CardVerdict {
  /** The pinned root vouches for whoever signed these bytes. */
  record Genuine(CardStatement statement) implements CardVerdict {}

  /** Nothing of it may be shown or kept. */
  record Refuted(Cause cause) implements CardVerdict {}

  /** Why nothing is believed. */
  enum Cause {
    /** Not a card in the format, or of a version that is not known here. */
    MALFORMED,
    /** The pinned root does not vouch for a card signer that signed it. */
    UNKNOWN_SIGNER,
    /** The signer was not certified at the moment that the card names. */
    SIGNER_PERIOD,
    /** The signature is not that of these bytes. */
    ALTERED,
    /** A genuine card of somebody else than asked for. */
    OTHER_PERSON
  }
}
