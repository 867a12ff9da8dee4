package fr.liaison.client.api;

import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Call;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.Reply;
import fr.liaison.client.http.Service;
import java.util.UUID;

/** The public parts of the audit log, and proofs of entries for compliance officers. */
public final class AuditApi {
  private final Http http;

  public AuditApi(Http http) {
    this.http = http;
  }

  /** The log's verifier key, as it says itself; pin the first one seen. */
  public Answer<String> logKey() {
    return text(Call.get(Service.AUDIT, "/v1/log/key").withoutToken()).map(String::strip);
  }

  /** The newest signed checkpoint. */
  public Answer<String> checkpoint() {
    return text(Call.get(Service.AUDIT, "/v1/log/checkpoint").withoutToken());
  }

  /** A C2SP tlog-proof of one act. The call is an act itself. */
  public Answer<String> proof(UUID entry) {
    return text(Call.get(Service.AUDIT, "/v1/entries/" + entry + "/proof"));
  }

  /**
   * What the log says of a device, against a tree that extends one of {@code since} entries. For
   * compliance officers, and for whoever acts through a device.
   */
  public Answer<DeviceBindings> bindings(UUID device, long since) {
    Call call = Call.get(Service.AUDIT, "/v1/device-bindings/" + device);
    return http.json(call.query("since", Long.toString(since)), DeviceBindings.class);
  }

  private Answer<String> text(Call call) {
    return http.send(call).map(Reply::text);
  }
}
