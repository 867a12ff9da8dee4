package fr.liaison.directory.register;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What top-ups changed after one file of the register and before the next. */
@Schema(
    name = "ToppedUp",
    requiredProperties = {"arrivals", "departures", "returns"})
public record ToppedUp(long arrivals, long departures, long returns) {
  boolean cameToNothing() {
    return arrivals == 0 && departures == 0 && returns == 0;
  }
}
