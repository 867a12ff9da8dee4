package fr.liaison.gateway.limit;

import java.time.Duration;

/**
 * The most a request body may hold, and the longest it may take to arrive. Whoever is slower holds
 * a connection and a worker for nothing.
 */
public record BodyLimit(long bytes, Duration time) {}
