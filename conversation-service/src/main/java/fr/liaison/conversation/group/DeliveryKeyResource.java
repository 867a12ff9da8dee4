package fr.liaison.conversation.group;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.kit.device.ActsThroughDevice;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the creator of a group puts into its external_senders (RFC 9420 section 12.1.8.1). */
@Path("/v1/delivery-key")
@Authenticated
@ActsThroughDevice
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryKeyResource {
  private final DeliveryKey key;

  DeliveryKeyResource(DeliveryKey key) {
    this.key = key;
  }

  /** The encoded {@code ExternalSender external_senders<V>} with the server as its only item. */
  public record DeliveryKeyView(Bytes externalSenders) {}

  @GET
  public DeliveryKeyView read() {
    return new DeliveryKeyView(
        MlsInput.json(
            fr.liaison.mls.leaf.ExternalSender.extension(java.util.List.of(key.asExternalSender()))
                .data()));
  }
}
