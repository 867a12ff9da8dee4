package fr.liaison.directory.topup;

/** What one page came to. */
record PageCounts(
    long people,
    long arrivals,
    long changes,
    long departures,
    long returns,
    long successions,
    long heldBack,
    long unusable) {
  /** With so many more who left. */
  PageCounts withDepartures(long more) {
    return new PageCounts(
        people, arrivals, changes, departures + more, returns, successions, heldBack, unusable);
  }
}
