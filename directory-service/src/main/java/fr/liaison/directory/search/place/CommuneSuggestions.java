package fr.liaison.directory.search.place;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Communes that somebody who is typing may mean, the likeliest first. */
@Schema(requiredProperties = "items")
public record CommuneSuggestions(List<Commune> items) {}
