package fr.liaison.directory.fhir;

import fr.liaison.directory.practitioner.SearchWords;
import fr.liaison.directory.search.index.Condition;
import fr.liaison.directory.search.index.FindByConditions;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.PractitionerRole;

/** People as Practitioners, by name. */
@ApplicationScoped
public class PractitionerKind implements FhirKind {
  private final FindByConditions findByConditions;
  private final Professionals professionals;

  PractitionerKind(FindByConditions findByConditions, Professionals professionals) {
    this.findByConditions = findByConditions;
    this.professionals = professionals;
  }

  @Override
  public SearchType type() {
    return SearchType.PRACTITIONER;
  }

  @Override
  public String searchAction() {
    return "directory.search";
  }

  @Override
  public Page find(Transaction transaction, FhirSearch search) {
    List<UUID> found = ids(transaction, search);
    List<UUID> page = found.subList(0, Math.min(found.size(), search.count()));
    List<Professional> people =
        professionals.active(transaction, page).stream()
            .filter(person -> hasGivenName(person, search))
            .toList();
    List<PractitionerRole> roles =
        search.includes().isEmpty()
            ? List.of()
            : people.stream()
                .flatMap(person -> Role.of(person).stream())
                .map(Role::resource)
                .toList();
    return new Page(
        people.stream().map(Resources::practitioner).toList(),
        roles,
        found.size() > page.size() ? search.endsAt(page.getLast(), 0) : null);
  }

  @Override
  public Optional<Shown> show(Transaction transaction, String id) {
    return Uuids.of(id)
        .flatMap(person -> professionals.one(transaction, person))
        .map(person -> new Shown(Resources.practitioner(person), Acts.ofCard(person)));
  }

  private List<UUID> ids(Transaction transaction, FhirSearch search) {
    Conditions conditions =
        new Conditions()
            .ids(search.of("_id"))
            .identifiers(transaction, professionals, search.tokens("identifier"))
            .add(search.words("name"), words -> List.of(new Condition.Name(words)))
            .add(search.words("family"), words -> List.of(new Condition.FamilyName(words)))
            .add(search.words("given"), words -> List.of(new Condition.Name(words)))
            .qualifications(search.tokens("qualification-code"))
            .mailboxes(transaction, professionals, search.of("mailbox-mss"));
    Cursor cursor = search.cursor();
    return findByConditions
        .find(
            transaction,
            conditions.all(),
            search.count() + 1,
            cursor == null ? null : cursor.last())
        .orElseThrow(ReadParameters::foreign);
  }

  /** The index keeps family and given names together; few people bear the one as the other. */
  private static boolean hasGivenName(Professional person, FhirSearch search) {
    List<String> given = SearchWords.of(person.card().givenName());
    return search.words("given").stream()
        .allMatch(
            any ->
                any.stream()
                    .anyMatch(
                        words ->
                            words.stream()
                                .allMatch(
                                    word -> given.stream().anyMatch(one -> one.startsWith(word)))));
  }
}
