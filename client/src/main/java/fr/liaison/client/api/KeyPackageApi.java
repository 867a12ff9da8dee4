package fr.liaison.client.api;

import fr.liaison.client.http.Answer;
import fr.liaison.client.http.Call;
import fr.liaison.client.http.Http;
import fr.liaison.client.http.Service;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.contracts.json.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** This device's pool of key packages, and those of others for inviting them. */
public final class KeyPackageApi {
  private static final String POOL = "/v1/key-packages";

  private final Http http;

  public KeyPackageApi(Http http) {
    this.http = http;
  }

  /** What the pool holds. */
  public record Level(int available, boolean lastResort) {}

  private record Upload(List<Bytes> keyPackages, @Nullable Bytes lastResort) {}

  private record Uploaded(int available) {}

  private record Claim(List<PractitionerId> practitionerIds) {}

  private record Claimed(List<ClaimedDevice> devices) {}

  public Answer<Level> level() {
    return http.json(Call.get(Service.CONVERSATION, POOL), Level.class);
  }

  /** Adds to the pool; answers how many are there now. */
  public Answer<Integer> upload(List<Bytes> keyPackages) {
    return upload(new Upload(keyPackages, null));
  }

  /** The same, and the one that may be used again when the pool is empty. */
  public Answer<Integer> upload(List<Bytes> keyPackages, Bytes lastResort) {
    return upload(new Upload(keyPackages, lastResort));
  }

  private Answer<Integer> upload(Upload upload) {
    return http.json(
            Call.post(Service.CONVERSATION, POOL).json(upload).idempotent(), Uploaded.class)
        .map(Uploaded::available);
  }

  /** One key package of every device of these people; each is handed out once, ever. */
  public Answer<List<ClaimedDevice>> claim(List<PractitionerId> people) {
    return http.json(
            Call.post(Service.CONVERSATION, "/v1/key-package-claims")
                .json(new Claim(people))
                .idempotent(),
            Claimed.class)
        .map(Claimed::devices);
  }
}
