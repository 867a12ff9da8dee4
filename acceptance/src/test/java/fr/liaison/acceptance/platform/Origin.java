package fr.liaison.acceptance.platform;

/**
 * The address of a whole Liaison. Scenarios that ask for no more than this also run against a
 * platform that is up already: {@code -Dliaison.acceptance.origin=http://localhost:8080}.
 */
public record Origin(String url) {}
