package fr.liaison.conversation.roster;

import fr.liaison.kit.device.KnownDevices;
import fr.liaison.kit.identity.Caller;
import fr.liaison.kit.identity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;

/** The requester of the HTTP request at hand; a revoked or foreign device is a refusal. */
@RequestScoped
public class CurrentRequester {
  private final CurrentCaller callers;
  private final KnownDevices devices;

  CurrentRequester(CurrentCaller callers, KnownDevices devices) {
    this.callers = callers;
    this.devices = devices;
  }

  public Requester require() {
    Caller caller = callers.require();
    return new Requester(caller, devices.requireActive(caller));
  }
}
