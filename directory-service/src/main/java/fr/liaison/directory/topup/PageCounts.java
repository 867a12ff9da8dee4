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
    long unusable) {}
