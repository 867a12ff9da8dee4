package fr.liaison.gateway.route;

import fr.liaison.gateway.limit.BodyLimit;

/** Where a request goes. */
public sealed interface Route {

  /** To an upstream; {@code target} is the path and query it sees. */
  record Upstream(String name, Kind kind, String target, BodyLimit limit) implements Route {}

  /** A file of the web client, or its start page. */
  record Site(String path) implements Route {}

  /** The gateway's own health. */
  record Health() implements Route {}

  /** A path nobody serves, or nobody may reach from outside. */
  record Unknown() implements Route {}

  /** A path that tries to mean something else than it says. */
  record Malformed() implements Route {}

  /** What kind of answer an upstream gives: it decides on the headers added to it. */
  enum Kind {
    API,
    /** The one API path that also carries WebSockets. */
    STREAM,
    LOGIN
  }
}
