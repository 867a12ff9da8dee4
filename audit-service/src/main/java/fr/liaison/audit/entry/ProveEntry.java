package fr.liaison.audit.entry;

import fr.liaison.audit.entry.ProofOutcome.AwaitsCheckpoint;
import fr.liaison.audit.entry.ProofOutcome.Proven;
import fr.liaison.audit.entry.ProofOutcome.Unknown;
import fr.liaison.audit.proof.Place;
import fr.liaison.audit.proof.SignedTrees;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Makes the offline proof of one act. Its extra data opens the leaf, so that one file shows both
 * that the entry is in the log and what it says. The request is itself recorded, or not answered.
 */
@ApplicationScoped
public class ProveEntry {

  private final Database database;
  private final Entries entries;
  private final SignedTrees trees;
  private final AuditTrail audit;

  ProveEntry(Database database, Entries entries, SignedTrees trees, AuditTrail audit) {
    this.database = database;
    this.entries = entries;
    this.trees = trees;
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

  private ProofOutcome prove(Transaction transaction, Place place) {
    return trees
        .newest(transaction)
        .filter(tree -> tree.holds(place.index()))
        .<ProofOutcome>map(tree -> new Proven(tree.prove(place)))
        .orElseGet(AwaitsCheckpoint::new);
  }
}
