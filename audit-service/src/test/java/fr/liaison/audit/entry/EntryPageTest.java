package fr.liaison.audit.entry;

import fr.liaison.contracts.event.ActRecorded.Actor;
import fr.liaison.contracts.event.ActRecorded.Outcome;
import fr.liaison.contracts.event.ActRecorded.Subject;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.test.GoldenFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryPageTest {

  @Test
  void aPageKeepsItsShape() {
    EntryView full =
        new EntryView(
            41,
            UUID.fromString("01938d2e-0000-7000-8000-000000000001"),
            Instant.parse("2026-11-21T22:43:54.123456Z"),
            "conversation-service",
            "message.send",
            Outcome.success,
            new Actor(
                "account-1",
                "899700000001",
                UUID.fromString("01938d2e-0000-7000-8000-000000000003"),
                UUID.fromString("01938d2e-0000-7000-8000-000000000004")),
            new Subject("message", "7"),
            UUID.fromString("01938d2e-0000-7000-8000-000000000002"),
            Map.of("recipients", "3"));
    EntryView least =
        new EntryView(
            40,
            UUID.fromString("01938d2e-0000-7000-8000-000000000005"),
            Instant.parse("2026-11-21T22:43:53Z"),
            "audit-service",
            "access",
            Outcome.refused,
            Actor.NOBODY,
            null,
            null,
            Map.of());

    GoldenFile.named("entry-page.v1")
        .matches(
            new EntryPage(List.of(full, least), "AAYkrRIRNcAAAAAAAAAAKA"), ContractJson.mapper());
  }
}
