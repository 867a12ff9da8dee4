package fr.liaison.client.card;

import org.jspecify.annotations.Nullable;

/** One savoir-faire in the register's words: its code, its family, the profession it belongs to. */
public record Skill(
    String code, String label, @Nullable String type, @Nullable String profession) {}
