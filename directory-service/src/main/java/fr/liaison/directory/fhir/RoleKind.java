package fr.liaison.directory.fhir;

import fr.liaison.directory.search.index.Condition;
import fr.liaison.directory.search.index.FindByConditions;
import fr.liaison.kit.database.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Where people practise and as what, as PractitionerRoles, by the people's names. */
@ApplicationScoped
public class RoleKind implements FhirKind {
  /** Stands for all roles of a person. */
  private static final int DONE = 1 << 16;

  private final FindByConditions findByConditions;
  private final Professionals professionals;
  private final Places places;
  private final FhirConfig config;

  RoleKind(
      FindByConditions findByConditions,
      Professionals professionals,
      Places places,
      FhirConfig config) {
    this.findByConditions = findByConditions;
    this.professionals = professionals;
    this.places = places;
    this.config = config;
  }

  private record Found(List<Role> roles, @Nullable Cursor next) {}

  @Override
  public SearchType type() {
    return SearchType.PRACTITIONER_ROLE;
  }

  @Override
  public String searchAction() {
    return "directory.search";
  }

  @Override
  public Page find(Transaction transaction, FhirSearch search) {
    Found found = found(transaction, search);
    return new Page(
        found.roles().stream().map(Role::resource).toList(),
        included(transaction, search, found.roles()),
        found.next());
  }

  @Override
  public Optional<Shown> show(Transaction transaction, String id) {
    return Role.personOf(id)
        .flatMap(person -> professionals.one(transaction, person))
        .flatMap(
            person ->
                Role.of(person).stream()
                    .filter(role -> role.id().equals(id))
                    .findFirst()
                    .map(role -> new Shown(role.resource(), Acts.ofCard(person))));
  }

  /** As many roles as asked for, of at most as many people; the last person may go on. */
  private Found found(Transaction transaction, FhirSearch search) {
    List<UUID> found = people(transaction, search);
    Cursor cursor = search.cursor();
    int skip = cursor == null ? 0 : cursor.shown();
    List<UUID> looked = found.subList(0, Math.min(found.size(), search.count()));
    List<Role> roles = new ArrayList<>();
    for (Professional person : professionals.active(transaction, looked)) {
      UUID id = person.card().id();
      List<Role> own = Role.of(person).stream().filter(role -> matches(search, role)).toList();
      int from = cursor != null && id.equals(cursor.last()) ? Math.min(skip, own.size()) : 0;
      int room = search.count() - roles.size();
      if (own.size() - from > room) {
        roles.addAll(own.subList(from, from + room));
        return new Found(roles, search.endsAt(id, from + room));
      }
      roles.addAll(own.subList(from, own.size()));
    }
    return new Found(
        roles, found.size() > looked.size() ? search.endsAt(looked.getLast(), DONE) : null);
  }

  private List<UUID> people(Transaction transaction, FhirSearch search) {
    String base = config.base().toString();
    Conditions conditions =
        new Conditions()
            .roleIds(search.of("_id"))
            .ids(search.references("practitioner", "Practitioner", base))
            .add(
                search.references("organization", "Organization", base),
                id -> List.of(new Condition.PlaceOfWork(id)))
            .professions(search.tokens("role"))
            .specialities(search.tokens("specialty"))
            .mailboxes(transaction, professionals, search.of("mailbox-mss"));
    Cursor cursor = search.cursor();
    List<UUID> found = new ArrayList<>();
    if (cursor != null && cursor.shown() < DONE) {
      found.add(cursor.last());
    }
    found.addAll(
        findByConditions
            .find(
                transaction,
                conditions.all(),
                search.count() + 1,
                cursor == null ? null : cursor.last())
            .orElseThrow(ReadParameters::foreign));
    return found;
  }

  private boolean matches(FhirSearch search, Role role) {
    String base = config.base().toString();
    String structure = role.situation().structureId();
    // A cursor that somebody made up may name whomever, so every criterion is looked at again.
    String person = role.person().card().id().toString();
    return search.of("_id").stream().allMatch(any -> any.contains(role.id()))
        && search.references("practitioner", "Practitioner", base).stream()
            .allMatch(any -> any.contains(person))
        && search.references("organization", "Organization", base).stream()
            .allMatch(any -> structure != null && any.contains(structure))
        && search.tokens("role").stream()
            .allMatch(any -> any.stream().anyMatch(role::isOfProfession))
        && search.tokens("specialty").stream()
            .allMatch(any -> any.stream().anyMatch(role::isOfSpeciality))
        && search.of("mailbox-mss").stream()
            .allMatch(any -> any.stream().anyMatch(role.person()::hasMailbox));
  }

  private List<Resource> included(Transaction transaction, FhirSearch search, List<Role> roles) {
    List<Resource> included = new ArrayList<>();
    if (search.includes().contains("PractitionerRole:practitioner")) {
      roles.forEach(role -> included.add(Resources.practitioner(role.person())));
    }
    if (search.includes().contains("PractitionerRole:organization")) {
      List<String> structures =
          roles.stream()
              .map(role -> role.situation().structureId())
              .filter(Objects::nonNull)
              .toList();
      places
          .of(transaction, structures)
          .forEach(place -> included.add(Resources.organization(place)));
    }
    return included;
  }
}
