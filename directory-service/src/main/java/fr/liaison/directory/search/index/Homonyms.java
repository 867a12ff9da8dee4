package fr.liaison.directory.search.index;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many other active people have the same names, whatever their accents and case: in all, and of
 * those in a department and in a town where the person practises.
 */
@Schema(requiredProperties = {"total", "sameDepartment", "sameTown"})
public record Homonyms(int total, int sameDepartment, int sameTown) {}
