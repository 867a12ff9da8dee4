package fr.liaison.client.card;

import org.jspecify.annotations.Nullable;

/** A {@code diploma}, or an {@code authorisation} to practise without the usual one. */
public record Qualification(
    String kind,
    String label,
    @Nullable String type,
    @Nullable String discipline,
    @Nullable String code,
    @Nullable String typeCode) {}
