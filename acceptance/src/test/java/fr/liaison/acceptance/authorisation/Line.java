package fr.liaison.acceptance.authorisation;

import fr.liaison.acceptance.api.Answer;
import fr.liaison.acceptance.api.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** One operation, how it is asked without doing anything, and what each kind of caller is told. */
public record Line(
    String method, String path, Sent sent, boolean done, Map<CallerKind, Verdict> verdicts) {
  static final String NOWHERE = "018f2a00-0000-7000-8000-00000000dead";

  /** What goes along: too little to be an order for anything. */
  public enum Sent {
    NOTHING("", ""),
    JSON("application/json", "{}"),
    TEXT("text/plain", "x"),
    FORM("application/x-www-form-urlencoded", "_count=1"),
    BYTES("application/offset+octet-stream", "x");

    private final String type;
    private final String body;

    Sent(String type, String body) {
      this.type = type;
      this.body = body;
    }
  }

  /** Asks about this structure, and otherwise about what does not exist. */
  public Answer ask(Api api, String structure) {
    String target =
        path.replace("/structures/{id}", "/structures/" + structure)
            .replace("{level}", "0")
            .replace("{path}", "000")
            .replaceAll("[{][^}]+}", NOWHERE);
    return sent == Sent.NOTHING
        ? api.send(method, target, BodyPublishers.noBody())
        : api.with("Content-Type", sent.type)
            .send(method, target, BodyPublishers.ofString(sent.body));
  }

  /** Whether the answer did nothing, where the table does not say that something may be done. */
  public boolean isHarmless(Answer answer) {
    return done || Verdict.isHarmless(method, answer);
  }

  public Verdict verdictOn(Answer answer) {
    return Verdict.of(method, answer);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
