package fr.liaison.directory.fhir;

import fr.liaison.directory.search.index.Condition;
import fr.liaison.directory.search.index.FindStructures;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Structures where active people practise, as Organizations, by name. */
@ApplicationScoped
public class OrganizationKind implements FhirKind {
  private final FindStructures findStructures;
  private final Places places;

  OrganizationKind(FindStructures findStructures, Places places) {
    this.findStructures = findStructures;
    this.places = places;
  }

  @Override
  public SearchType type() {
    return SearchType.ORGANIZATION;
  }

  @Override
  public String searchAction() {
    return "directory.structure-search";
  }

  @Override
  public Page find(Transaction transaction, FhirSearch search) {
    List<FindStructures.Place> found = matching(transaction, search);
    List<FindStructures.Place> page = found.subList(0, Math.min(found.size(), search.count()));
    List<Place> shown =
        places.of(transaction, page.stream().map(FindStructures.Place::identifier).toList());
    return new Page(
        shown.stream().map(Resources::organization).toList(),
        List.of(),
        found.size() > page.size() ? search.endsAt(page.getLast().here().id(), 0) : null);
  }

  @Override
  public Optional<Shown> show(Transaction transaction, String id) {
    return places.of(transaction, List.of(id)).stream()
        .findFirst()
        .map(
            place ->
                new Shown(
                    Resources.organization(place),
                    Acts.of("directory.structure").on("structure", id)));
  }

  private List<FindStructures.Place> matching(Transaction transaction, FhirSearch search) {
    Conditions conditions =
        new Conditions()
            .add(search.of("_id"), id -> List.of(new Condition.PlaceOfWork(id)))
            .add(
                search.tokens("identifier"),
                token ->
                    Identifiers.structureIds(token).stream()
                        .map(Condition.PlaceOfWork::new)
                        .toList())
            .add(search.words("name"), words -> List.of(new Condition.Name(words)))
            .add(search.words("address-city"), words -> List.of(new Condition.Town(words)))
            .add(
                search.of("address-postalcode"),
                beginning -> List.of(new Condition.PostalCode(beginning)))
            .add(
                search.of("mailbox-mss"),
                address ->
                    places.withMailbox(transaction, address).stream()
                        .map(Condition.PlaceOfWork::new)
                        .toList());
    Cursor cursor = search.cursor();
    return findStructures.matching(
        conditions.all(), search.count() + 1, cursor == null ? null : cursor.last());
  }
}
