package fr.liaison.audit.binding;

import fr.liaison.audit.binding.BindingOutcome.AwaitsCheckpoint;
import fr.liaison.audit.binding.BindingOutcome.Found;
import fr.liaison.audit.binding.BindingPage.Item;
import fr.liaison.audit.proof.Place;
import fr.liaison.audit.proof.SignedTree;
import fr.liaison.audit.proof.SignedTrees;
import fr.liaison.contracts.json.Bytes;
import fr.liaison.kit.audit.Act;
import fr.liaison.kit.audit.AuditTrail;
import fr.liaison.kit.database.Database;
import fr.liaison.kit.database.Transaction;
import fr.liaison.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proves what the log says of devices. The request is itself recorded, or not answered. */
@ApplicationScoped
class ReadBindings {

  /** More than the renewals of four years; before those only a revocation matters. */
  private static final int OF_DEVICE = 32;

  private static final String ACTION = "audit.bindings";

  private final Database database;
  private final Bindings bindings;
  private final SignedTrees trees;
  private final AuditTrail audit;

  ReadBindings(Database database, Bindings bindings, SignedTrees trees, AuditTrail audit) {
    this.database = database;
    this.bindings = bindings;
    this.trees = trees;
    this.audit = audit;
  }

  /**
   * The bindings of one device that the newest checkpoint covers. None is an answer like any other:
   * a device is enrolled a second or two before its entry is covered, and asked about until then.
   *
   * @param since size of the tree the caller saw last, 0 for none
   */
  BindingOutcome ofDevice(Caller caller, UUID device, long since) {
    return database.inTransaction(
        transaction -> {
          audit.record(transaction, Act.of(ACTION).by(caller).on("device", device));
          return trees
              .newest(transaction)
              .<BindingOutcome>map(tree -> new Found(page(transaction, tree, device, since)))
              .orElseGet(AwaitsCheckpoint::new);
        });
  }

  /** A page of the bindings of a person's devices; nobody's are an empty page. */
  BindingOutcome ofPractitioner(
      Caller caller, UUID practitioner, long since, long below, int limit) {
    return database.inTransaction(
        transaction -> {
          audit.record(transaction, Act.of(ACTION).by(caller).on("practitioner", practitioner));
          return trees
              .newest(transaction)
              .<BindingOutcome>map(
                  tree -> new Found(page(transaction, tree, practitioner, since, below, limit)))
              .orElseGet(AwaitsCheckpoint::new);
        });
  }

  private BindingPage page(Transaction transaction, SignedTree tree, UUID device, long since) {
    List<Place> places = bindings.ofDevice(transaction, device, tree.size(), OF_DEVICE);
    return page(tree, places, since, null);
  }

  private BindingPage page(
      Transaction transaction,
      SignedTree tree,
      UUID practitioner,
      long since,
      long below,
      int limit) {
    // One more than asked for tells whether there is a page after this one.
    List<Place> found =
        bindings.ofPractitioner(transaction, practitioner, Math.min(below, tree.size()), limit + 1);
    List<Place> shown = found.subList(0, Math.min(limit, found.size()));
    return page(tree, shown, since, found.size() > limit ? shown.getLast().index() : null);
  }

  private static BindingPage page(
      SignedTree tree, List<Place> places, long since, @Nullable Long next) {
    List<Bytes> consistency = tree.extendsTreeOf(since);
    List<Item> items =
        places.stream().map(place -> new Item(place.index(), tree.prove(place))).toList();
    return new BindingPage(tree.checkpoint().toString(), consistency, items, next);
  }
}
