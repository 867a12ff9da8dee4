package fr.liaison.directory.register;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One profession in an import: how many people the file lists, and how many come and go. */
@Schema(
    name = "RegisterProfessionCount",
    requiredProperties = {"code", "label", "people", "arrivals", "departures"})
public record ProfessionCount(
    String code, String label, long people, long arrivals, long departures) {
  ProfessionCount with(ProfessionCount moving) {
    return new ProfessionCount(
        code,
        label,
        people + moving.people,
        arrivals + moving.arrivals,
        departures + moving.departures);
  }
}
