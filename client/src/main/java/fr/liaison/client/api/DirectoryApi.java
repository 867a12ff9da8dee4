package fr.liaison.client.api;

import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Call;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.Reply;
import fr.liaison.client.http.Service;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.contracts.json.Bytes;
import java.time.Instant;
import java.util.List;

/** The directory-service: people, devices and their certificates. */
public final class DirectoryApi {
  private final Http http;

  public DirectoryApi(Http http) {
    this.http = http;
  }

  /** Something fresh for a device to sign. */
  public record Challenge(String challenge, Instant expiresAt) {}

  private record DeviceList(List<Device> items) {}

  private record PeerDeviceList(List<PeerDevice> items) {}

  private record TrustAnchor(Bytes rootCertificate) {}

  public Answer<Me> me() {
    return http.json(get("/v1/me"), Me.class);
  }

  public Answer<PractitionerPage> search(PractitionerQuery query) {
    return http.json(
        get("/v1/practitioners")
            .query("q", query.words())
            .query("profession", query.profession())
            .query("town", query.town())
            .query("limit", Integer.toString(query.limit()))
            .query("cursor", query.cursor()),
        PractitionerPage.class);
  }

  public Answer<Practitioner> practitioner(PractitionerId id) {
    return http.json(get("/v1/practitioners/" + id), Practitioner.class);
  }

  /** Of somebody who departed too; nothing of it is verified here. */
  public Answer<SignedCard> signedCard(PractitionerId id) {
    return http.json(get("/v1/practitioners/" + id + "/card"), SignedCard.class);
  }

  public Answer<List<PeerDevice>> devicesOf(PractitionerId id) {
    return http.json(get("/v1/practitioners/" + id + "/devices"), PeerDeviceList.class)
        .map(PeerDeviceList::items);
  }

  public Answer<Challenge> challenge() {
    return http.json(
        Call.post(Service.DIRECTORY, "/v1/device-challenges").recognised(), Challenge.class);
  }

  /** Refused with {@code step-up-required} when the login is older than 15 minutes. */
  public Answer<Device> enrol(EnrolmentRequest request) {
    return http.json(
        Call.post(Service.DIRECTORY, "/v1/devices").json(request).idempotent(), Device.class);
  }

  /** A new certificate of the same key; the present one while it lasts long enough. */
  public Answer<Device> renew(DeviceId id, RenewalRequest request) {
    return http.json(
        Call.put(Service.DIRECTORY, "/v1/devices/" + id + "/certificate").json(request),
        Device.class);
  }

  /** The caller's devices, revoked ones included. */
  public Answer<List<Device>> devices() {
    return http.json(get("/v1/devices"), DeviceList.class).map(DeviceList::items);
  }

  /** For ever. */
  public Answer<Reply> revoke(DeviceId id) {
    return http.send(Call.delete(Service.DIRECTORY, "/v1/devices/" + id));
  }

  /** The root certificate, DER, to be pinned at enrolment. */
  public Answer<Bytes> trustAnchor() {
    return http.json(get("/v1/trust-anchor").withoutToken(), TrustAnchor.class)
        .map(TrustAnchor::rootCertificate);
  }

  private static Call get(String path) {
    return Call.get(Service.DIRECTORY, path);
  }
}
