package fr.liaison.acceptance.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * A passkey device built into a visitor's machine, whose owner always agrees: Chromium's virtual
 * authenticator. The ceremonies are the real ones, of the browser and of Keycloak.
 */
public final class Passkeys {
  private final CDPSession browser;
  private final String authenticator;

  private Passkeys(CDPSession browser, String authenticator) {
    this.browser = browser;
    this.authenticator = authenticator;
  }

  static Passkeys of(Page page) {
    CDPSession browser = page.context().newCDPSession(page);
    browser.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject parameters = new JsonObject();
    parameters.add("options", options);
    JsonObject added = browser.send("WebAuthn.addVirtualAuthenticator", parameters);
    return new Passkeys(browser, added.get("authenticatorId").getAsString());
  }

  /** How many passkeys were made on this machine. */
  public int count() {
    JsonObject parameters = new JsonObject();
    parameters.addProperty("authenticatorId", authenticator);
    return browser.send("WebAuthn.getCredentials", parameters).getAsJsonArray("credentials").size();
  }
}
