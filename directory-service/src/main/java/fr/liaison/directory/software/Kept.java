package fr.liaison.directory.software;

import fr.liaison.directory.practitioner.PractitionerId;

/** An entry that was written: newly, again, or for a program that comes back. */
record Kept(PractitionerId id, boolean returned) {}
