package fr.liaison.gateway.limit;

/** The limits by route: ordinary requests, encrypted uploads, the register extraction. */
public record BodyLimits(BodyLimit json, BodyLimit upload, BodyLimit register) {}
