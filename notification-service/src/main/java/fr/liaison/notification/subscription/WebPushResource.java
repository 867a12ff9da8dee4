package fr.liaison.notification.subscription;

import fr.liaison.kit.audit.Act;
import fr.liaison.kit.device.ActsThroughDevice;
import fr.liaison.kit.device.KnownDevice;
import fr.liaison.kit.device.KnownDevices;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.CurrentCaller;
import fr.liaison.notification.DeviceId;
import fr.liaison.notification.vapid.Vapid;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Web Push subscriptions of the calling device. */
@Path("/v1/web-push")
@Tag(name = "web-push", description = "Web Push subscription of the calling device")
@Authenticated
@ActsThroughDevice
@RunOnVirtualThread
public class WebPushResource {
  private final CurrentCaller current;
  private final KnownDevices devices;
  private final Vapid vapid;
  private final SubscribeDevice subscribeDevice;
  private final UnsubscribeDevice unsubscribeDevice;

  WebPushResource(
      CurrentCaller current,
      KnownDevices devices,
      Vapid vapid,
      SubscribeDevice subscribeDevice,
      UnsubscribeDevice unsubscribeDevice) {
    this.current = current;
    this.devices = devices;
    this.vapid = vapid;
    this.subscribeDevice = subscribeDevice;
    this.unsubscribeDevice = unsubscribeDevice;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getWebPush", summary = "The key a browser subscribes with")
  public WebPushView describe() {
    acting();
    return new WebPushView(vapid.publicKey());
  }

  @PUT
  @Path("/subscription")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "putSubscription", summary = "Make this the device's subscription")
  @APIResponse(responseCode = "204", description = "The device will be woken there")
  public void subscribe(@NotNull @Valid SubscriptionRequest request) {
    Acting acting = acting();
    subscribeDevice.subscribe(acting.device(), request, acting.act("notification.subscribe"));
  }

  @DELETE
  @Path("/subscription")
  @Operation(operationId = "deleteSubscription", summary = "Stop waking the device")
  @APIResponse(responseCode = "204", description = "The device will not be woken")
  public void unsubscribe() {
    Acting acting = acting();
    unsubscribeDevice.unsubscribe(acting.device(), acting.act("notification.unsubscribe"));
  }

  private Acting acting() {
    Caller caller = current.require();
    return new Acting(caller, devices.requireActive(caller));
  }

  /** The caller and the device it acts through, both verified. */
  private record Acting(Caller caller, KnownDevice known) {
    DeviceId device() {
      return new DeviceId(known.deviceId());
    }

    Act act(String action) {
      return Act.of(action).by(caller, known).on("device", known.deviceId());
    }
  }
}
