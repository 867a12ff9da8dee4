package fr.liaison.client.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some practitioners; {@code next} is the cursor of the following page, if there is one. */
public record PractitionerPage(
    List<Practitioner> items, @Nullable String next, @Nullable LocalDate registerDate) {}
