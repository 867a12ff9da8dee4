package fr.liaison.audit.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.liaison.audit.checkpoint.PublishedCheckpoints;
import fr.liaison.audit.entry.ProofOutcome.AwaitsCheckpoint;
import fr.liaison.audit.entry.ProofOutcome.Proven;
import fr.liaison.audit.entry.ProofOutcome.Unknown;
import fr.liaison.audit.log.LogTables;
import fr.liaison.audit.tlog.Checkpoint;
import fr.liaison.audit.tlog.LogProof;
import fr.liaison.audit.tlog.merkle.InclusionProof;
import fr.liaison.audit.tlog.note.SignedNote;
import fr.liaison.audit.tlog.tile.TiledNodes;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.contracts.json.ContractJson;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the offline proof of one act. Its extra data opens the leaf, so that one file shows both
 * that the entry is in the log and what it says. The request is itself recorded, or not answered.
 */
@ApplicationScoped
public class ProveEntry {

  private final Database database;
  private final Entries entries;
  private final LogTables tables;
  private final PublishedCheckpoints published;
  private final AuditTrail audit;

  ProveEntry(
      Database database,
      Entries entries,
      LogTables tables,
      PublishedCheckpoints published,
      AuditTrail audit) {
    this.database = database;
    this.entries = entries;
    this.tables = tables;
    this.published = published;
    this.audit = audit;
  }

  ProofOutcome prove(Caller caller, UUID act) {
    return database.inTransaction(
        transaction -> {
          audit.record(transaction, Act.of("audit.prove").by(caller).on("act", act));
          return entries
              .place(transaction, act)
              .map(place -> prove(transaction, place))
              .orElseGet(Unknown::new);
        });
  }

  private ProofOutcome prove(Transaction transaction, Entries.Place place) {
    Optional<SignedNote> checkpoint = published.newest(transaction);
    long size = checkpoint.map(note -> Checkpoint.parse(note.text()).head().size()).orElse(0L);
    if (checkpoint.isEmpty() || place.index() >= size) {
      return new AwaitsCheckpoint();
    }
    TiledNodes nodes = new TiledNodes((level, index) -> tables.tile(transaction, level, index));
    InclusionProof proof = InclusionProof.prove(place.index(), size, nodes);
    LogProof file = new LogProof(opening(place), place.index(), proof.siblings(), checkpoint.get());
    return new Proven(file.toString());
  }

  /** The leaf, and the salt and payload unless they were purged, as base64 of JSON. */
  private static String opening(Entries.Place place) {
    Map<String, Bytes> opening = new LinkedHashMap<>();
    opening.put("leaf", place.leaf());
    Bytes salt = place.salt();
    String payload = place.payload();
    if (salt != null && payload != null) {
      opening.put("salt", salt);
      opening.put("payload", Bytes.of(payload.getBytes(StandardCharsets.UTF_8)));
    }
    try {
      byte[] json = ContractJson.mapper().writeValueAsBytes(opening);
      return Base64.getEncoder().encodeToString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a map of texts is writable as JSON", impossible);
    }
  }
}
