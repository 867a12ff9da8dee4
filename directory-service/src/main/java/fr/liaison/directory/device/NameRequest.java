package fr.liaison.directory.device;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a device is to be called by its owner; checked before use. */
@Schema(name = "DeviceNameRequest", requiredProperties = "name")
public record NameRequest(@Schema(minLength = 1, maxLength = 64) @Nullable String name) {
  @Override
  public String toString() {
    return "NameRequest[]";
  }
}
