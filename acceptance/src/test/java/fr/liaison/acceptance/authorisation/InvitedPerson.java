package fr.liaison.acceptance.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import fr.liaison.acceptance.api.EnrolledDevice;
import fr.liaison.acceptance.browser.Chromium;
import fr.liaison.acceptance.browser.Visitor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody without a number whom a structure invited: let in by the link and a passkey alone. */
record InvitedPerson(String id, EnrolledDevice device) {
  private static final String BEARER = "Bearer ";

  /** Invited by this administrator, accepted in a browser of their own. */
  static InvitedPerson of(
      String origin, Chromium chromium, Api administrator, String structure, String familyName) {
    Answer invitation =
        administrator.post(
            "/api/directory/v1/structures/" + structure + "/invitations",
            """
            {"givenName":"Odile","familyName":"%s","function":"Secrétaire médicale"}"""
                .formatted(familyName));
    assertThat(invitation.status()).as(invitation.problem()).isEqualTo(201);
    String link = invitation.json().path("link").asText();
    EnrolledDevice device = EnrolledDevice.of(origin, accept(chromium, origin, link));
    JsonNode me = device.api().get("/api/directory/v1/me").json();
    return new InvitedPerson(me.at("/practitioner/id").asText(), device);
  }

  private static String accept(Chromium chromium, String origin, String link) {
    List<String> tokens = new CopyOnWriteArrayList<>();
    try (Visitor visitor = chromium.visitor(origin, 1280, 800)) {
      var unused = visitor.withPasskeys();
      visitor
          .page()
          .onRequest(request -> tokens.add(request.headers().getOrDefault("authorization", "")));
      visitor.page().navigate(link);
      visitor.button("Accepter l’invitation").click();
      visitor.page().locator("#registerWebAuthn").click();
      visitor.button("Utiliser cet appareil").waitFor();
    }
    return tokens.stream()
        .filter(token -> token.startsWith(BEARER))
        .map(token -> token.substring(BEARER.length()))
        .findFirst()
        .orElseThrow();
  }
}
