package fr.liaison.directory.register;

import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.directory.register.file.Extraction;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported: under which id, from where, which day the file stands for, how many bytes
 * it has if that is known, how it is packed, whether more may leave than the configured share, and
 * on whose behalf.
 */
public record ImportRequest(
    UUID id,
    String origin,
    LocalDate registerDate,
    @Nullable Long size,
    Extraction.Format format,
    boolean acceptDepartures,
    Actor actor) {}
