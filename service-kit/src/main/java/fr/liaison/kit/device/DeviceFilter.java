package fr.liaison.kit.device;

import fr.liaison.kit.identity.CurrentCaller;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Looks at the acting device before the body is read. */
@Provider
@ActsThroughDevice
@Priority(Priorities.AUTHORIZATION)
class DeviceFilter implements ContainerRequestFilter {
  private final CurrentCaller current;
  private final KnownDevices devices;

  DeviceFilter(CurrentCaller current, KnownDevices devices) {
    this.current = current;
    this.devices = devices;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    devices.requireActive(current.require());
  }
}
