package fr.liaison.directory.succession;

import fr.liaison.directory.practitioner.NationalId;
import java.util.UUID;

/**
 * Two entries of the same names and profession, one under ADELI and one under RPPS.
 *
 * @param line where the file lists the candidate first
 * @param samePlace whether a structure, rather than a postal code alone, is the same
 * @param listed whether the source still lists the ADELI number
 * @param known whether the candidate has an entry of their own
 */
public record LikelyPair(
    UUID predecessor,
    NationalId candidate,
    long line,
    boolean samePlace,
    boolean listed,
    boolean known) {}
