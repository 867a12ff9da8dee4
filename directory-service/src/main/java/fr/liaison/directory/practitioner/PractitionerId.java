package fr.liaison.directory.practitioner;

import java.util.UUID;

/** Liaison's own opaque id of a practitioner. */
public record PractitionerId(UUID value) {}
