package fr.liaison.directory.fhir;

import fr.liaison.kit.audit.Act;
import fr.liaison.kit.database.Transaction;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * One type of resource that is served: how entries of it are found and shown. Callers are admitted
 * and acts recorded around it, by {@link SearchKind} and {@link ReadKind}; a new type is a bean of
 * this kind and its {@link SearchType}.
 */
interface FhirKind {
  SearchType type();

  /** The action of the act that a search of it is. */
  String searchAction();

  /** One page of active entries. */
  Page find(Transaction transaction, FhirSearch search);

  /** What has this id, active or not; empty for an id of nothing. */
  Optional<Shown> show(Transaction transaction, String id);

  /**
   * What a search found of one page.
   *
   * @param included what comes along
   * @param next where the page ends, when others follow
   */
  record Page(
      List<? extends Resource> matches, List<? extends Resource> included, @Nullable Cursor next) {
    static final Page EMPTY = new Page(List.of(), List.of(), null);
  }

  /** An entry, and the act of having read it, by nobody yet. */
  record Shown(Resource resource, Act act) {}
}
