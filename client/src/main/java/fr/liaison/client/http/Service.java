package fr.liaison.client.http;

import java.util.Locale;

/** A service behind the gateway. */
public enum Service {
  DIRECTORY,
  CONVERSATION,
  ATTACHMENT,
  NOTIFICATION,
  AUDIT;

  /** The path under which the gateway serves it. */
  public String path() {
    return "/api/" + name().toLowerCase(Locale.ROOT);
  }
}
