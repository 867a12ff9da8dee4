package fr.liaison.directory.succession;

import fr.liaison.directory.practitioner.NationalId;
import java.util.UUID;

/** A person of the directory, and the number they are to be known by. */
public record Succession(UUID practitionerId, NationalId present, Evidence evidence) {}
