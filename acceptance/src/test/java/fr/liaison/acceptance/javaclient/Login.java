package fr.liaison.acceptance.javaclient;

import fr.liaison.acceptance.login.DemoPerson;
import fr.liaison.acceptance.login.HeadlessLogin;
import fr.liaison.client.http.AccessTokens;
import fr.liaison.client.http.Answer;
import java.net.URI;

/** Logs in anew whenever its token is refused. */
final class Login implements AccessTokens {
  private final URI origin;
  private final DemoPerson person;
  private String token = "";

  Login(URI origin, DemoPerson person) {
    this.origin = origin;
    this.person = person;
  }

  @Override
  public synchronized Answer<String> accessToken(String refused) {
    if (token.isEmpty() || token.equals(refused)) {
      token = HeadlessLogin.accessToken(origin.toString(), person);
    }
    return new Answer.Done<>(token);
  }
}
