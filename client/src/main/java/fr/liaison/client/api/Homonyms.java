package fr.liaison.client.api;

/**
 * How many other active people have the same names: in all, and where the person practises. Not
 * signed, and true of the moment of the answer only.
 */
public record Homonyms(int total, int sameDepartment, int sameTown) {}
