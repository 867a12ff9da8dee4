package fr.liaison.client.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.liaison.client.id.DeviceId;
import fr.liaison.client.id.PractitionerId;
import fr.liaison.contracts.json.Bytes;
import org.jspecify.annotations.Nullable;

/** A device asked for a key package; there is one when the status is OK or LAST_RESORT. */
public record ClaimedDevice(
    DeviceId deviceId, PractitionerId practitionerId, Status status, @Nullable Bytes keyPackage) {

  /** What the pool had. */
  public enum Status {
    @JsonProperty("ok")
    OK,
    @JsonProperty("lastResort")
    LAST_RESORT,
    @JsonProperty("exhausted")
    EXHAUSTED,
    @JsonProperty("revoked")
    REVOKED
  }
}
