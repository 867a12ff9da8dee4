package fr.liaison.directory.topup;

import fr.liaison.directory.practitioner.NationalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The people whom a page of changes is about, as the source states them now: the page says who, and
 * the source is asked for all of theirs, in every active entry of the same number: a person may
 * have several, and nobody counts as inactive who was entered anew.
 */
final class GatherPeople {
  private static final int BATCH = 20;

  /** More entries than this have one number by mistake. */
  private static final int MOST_ENTRIES = 20;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  private final PageReader reader;
  private final Identities identities;
  private final KnownWords words;
  private final Instant now;

  GatherPeople(PageReader reader, Identities identities, KnownWords words, Instant now) {
    this.reader = reader;
    this.identities = identities;
    this.words = words;
    this.now = now;
  }

  /** Who can be taken over, how many entries cannot, and the words for their codes. */
  record Gathered(List<SourcePerson> people, long unusable, Dictionary dictionary) {}

  Gathered of(Bundle page) throws InterruptedException {
    Map<String, Practitioner> known = new LinkedHashMap<>();
    Set<String> wanted = new LinkedHashSet<>();
    Map<String, Set<String>> named = new HashMap<>();
    Unusable unusable = new Unusable();
    for (Resource resource : PageReader.resources(page)) {
      switch (resource) {
        case Practitioner practitioner -> {
          known.put(idOf(practitioner), practitioner);
          wanted.add(idOf(practitioner));
        }
        case PractitionerRole role when !role.getPractitioner().hasReference() ->
            // The source tells an inactive one by its number alone: whose it was is not said.
            unusable.counted++;
        case PractitionerRole role -> {
          wanted.add(practitionerOf(role));
          if (isActive(role, role.getPeriod())) {
            named.computeIfAbsent(practitionerOf(role), id -> new HashSet<>()).add(idOf(role));
          }
        }
        default -> {
          // Structures come again with the situations.
        }
      }
    }
    unusable.count(wanted, id -> !ID.matcher(id).matches());
    complete(known, wanted);
    unusable.count(wanted, id -> !known.containsKey(id));
    Map<String, List<Practitioner>> byNumber = new LinkedHashMap<>();
    for (String id : wanted) {
      Practitioner entry = Objects.requireNonNull(known.get(id));
      identities
          .of(entry)
          .ifPresentOrElse(identity -> add(byNumber, identity, entry), () -> unusable.counted++);
    }
    addActive(byNumber);
    return people(byNumber, named, unusable);
  }

  private static final class Unusable {
    private long counted;

    /** Takes those out that are. */
    void count(Collection<String> ids, java.util.function.Predicate<String> unusable) {
      int before = ids.size();
      ids.removeIf(unusable);
      counted += before - ids.size();
    }
  }

  private void complete(Map<String, Practitioner> known, Set<String> wanted)
      throws InterruptedException {
    List<String> missing = wanted.stream().filter(id -> !known.containsKey(id)).toList();
    for (List<String> batch : batches(missing)) {
      for (Resource resource : reader.all(reader.addresses().practitioners(batch))) {
        if (resource instanceof Practitioner practitioner) {
          known.putIfAbsent(idOf(practitioner), practitioner);
        }
      }
    }
  }

  /** What is read later of an entry counts. One more than a person may have is kept, to be told. */
  private static void add(
      Map<String, List<Practitioner>> byNumber, Identities.Known identity, Practitioner entry) {
    List<Practitioner> entries =
        byNumber.computeIfAbsent(identity.id().value(), number -> new ArrayList<>());
    entries.removeIf(one -> idOf(one).equals(idOf(entry)));
    if (entries.size() <= MOST_ENTRIES) {
      entries.add(entry);
    }
  }

  /** A page names the entries that changed; others of the same number count as much. */
  private void addActive(Map<String, List<Practitioner>> byNumber) throws InterruptedException {
    for (List<String> batch : batches(List.copyOf(byNumber.keySet()))) {
      for (Resource resource : reader.all(reader.addresses().stillActive(batch))) {
        if (resource instanceof Practitioner entry && isActive(entry)) {
          identities.of(entry).ifPresent(identity -> addAsked(byNumber, identity, entry));
        }
      }
    }
  }

  /** Whoever is inactive by a former number is who they are now: nobody departs to come back. */
  private static void addAsked(
      Map<String, List<Practitioner>> byNumber, Identities.Known identity, Practitioner entry) {
    boolean asked = byNumber.containsKey(identity.id().value());
    for (NationalId former : identity.former()) {
      List<Practitioner> entries = byNumber.get(former.value());
      if (entries != null && entries.stream().noneMatch(GatherPeople::isActive)) {
        byNumber.remove(former.value());
        asked = true;
      }
    }
    if (asked) {
      add(byNumber, identity, entry);
    }
  }

  private Gathered people(
      Map<String, List<Practitioner>> byNumber, Map<String, Set<String>> named, Unusable unusable)
      throws InterruptedException {
    Map<String, List<PractitionerRole>> roles = new LinkedHashMap<>();
    Map<String, Organization> structures = new LinkedHashMap<>();
    List<String> active =
        byNumber.values().stream()
            .flatMap(List::stream)
            .filter(GatherPeople::isActive)
            .map(GatherPeople::idOf)
            .toList();
    for (List<String> batch : batches(active)) {
      for (Resource resource : reader.all(reader.addresses().rolesOf(batch))) {
        if (resource instanceof PractitionerRole role) {
          roles.computeIfAbsent(practitionerOf(role), id -> new ArrayList<>()).add(role);
        } else if (resource instanceof Organization organization) {
          structures.put(idOf(organization), organization);
        }
      }
    }
    Dictionary dictionary = active.isEmpty() ? Dictionary.EMPTY : words.present();
    List<SourcePerson> people = new ArrayList<>();
    for (List<Practitioner> entries : byNumber.values()) {
      List<PractitionerRole> theirs =
          entries.stream()
              .flatMap(entry -> roles.getOrDefault(idOf(entry), List.of()).stream())
              .toList();
      (lacksNamed(entries, theirs, named)
              ? Optional.<SourcePerson>empty()
              : person(entries, theirs, structures, dictionary))
          .ifPresentOrElse(people::add, () -> unusable.counted++);
    }
    return new Gathered(people, unusable.counted, dictionary);
  }

  /**
   * The latest of several active entries says the name and comes first, all say professions and
   * places. However old what is left says it is: that it is left is as new as the latest change.
   */
  private Optional<SourcePerson> person(
      List<Practitioner> entries,
      List<PractitionerRole> roles,
      Map<String, Organization> structures,
      Dictionary dictionary) {
    Instant latest =
        Stream.concat(entries.stream(), roles.stream())
            .map(this::updatedAt)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    List<Practitioner> active =
        entries.stream()
            .filter(GatherPeople::isActive)
            .sorted(
                Comparator.comparing(this::updatedAt).reversed().thenComparing(GatherPeople::idOf))
            .toList();
    Identities.Known identity =
        identities.of(active.isEmpty() ? entries.getFirst() : active.getFirst()).orElseThrow();
    List<NationalId> former =
        entries.stream()
            .flatMap(entry -> identities.of(entry).orElseThrow().former().stream())
            .distinct()
            .toList();
    if (active.isEmpty()) {
      return Optional.of(new SourcePerson(identity.id(), former, latest, null));
    }
    if (entries.size() > MOST_ENTRIES
        || roles.stream().anyMatch(role -> lacksStructure(role, structures))) {
      return Optional.empty();
    }
    SourcePerson.Statement statement = statement(active, roles, structures, dictionary);
    return statement == null
        ? Optional.empty()
        : Optional.of(new SourcePerson(identity.id(), former, latest, statement));
  }

  private SourcePerson.@Nullable Statement statement(
      List<Practitioner> entries,
      List<PractitionerRole> roles,
      Map<String, Organization> structures,
      Dictionary dictionary) {
    HumanName name = entries.getFirst().getNameFirstRep();
    String family = Words.name(name.getFamily());
    String given = Words.name(name.getGivenAsSingleString());
    var exercises = new Qualifications(dictionary).of(entries);
    return family == null || exercises.isEmpty() || exercises.size() > PartReader.MOST
        ? null
        : new SourcePerson.Statement(
            family,
            given == null ? "" : given,
            Civilities.of(name),
            exercises,
            places(roles, structures),
            ReadDetails.of(entries, mailboxes(entries, roles, structures), now));
  }

  private SourceDetails.Part<SourceDetails.Mailbox> mailboxes(
      List<Practitioner> entries,
      List<PractitionerRole> roles,
      Map<String, Organization> structures) {
    ReadMailboxes mailboxes = new ReadMailboxes(now);
    entries.forEach(entry -> mailboxes.ofPerson(entry.getTelecom()));
    for (PractitionerRole role : roles) {
      if (isActive(role, role.getPeriod())) {
        Organization structure =
            structures.get(
                String.valueOf(role.getOrganization().getReferenceElement().getIdPart()));
        mailboxes.ofSituation(
            role.getTelecom(),
            structure == null ? null : Structures.place(structure).structureName());
      }
    }
    return mailboxes.part();
  }

  private List<SourcePlace> places(
      List<PractitionerRole> roles, Map<String, Organization> structures) {
    Set<SourcePlace> places = new LinkedHashSet<>();
    for (PractitionerRole role : roles) {
      Organization structure =
          structures.get(String.valueOf(role.getOrganization().getReferenceElement().getIdPart()));
      if (isActive(role, role.getPeriod())
          && structure != null
          && (!structure.hasActive() || structure.getActive())) {
        places.add(Structures.place(structure));
      }
    }
    return places.stream().filter(SourcePlace::isKnown).toList();
  }

  /** Of an active entry the page named a situation that is not among all of theirs. */
  private static boolean lacksNamed(
      List<Practitioner> entries, List<PractitionerRole> theirs, Map<String, Set<String>> named) {
    Set<String> answered = new HashSet<>(theirs.stream().map(GatherPeople::idOf).toList());
    return entries.stream()
        .filter(GatherPeople::isActive)
        .flatMap(entry -> named.getOrDefault(idOf(entry), Set.of()).stream())
        .anyMatch(role -> !answered.contains(role));
  }

  /** Then the answer was cut: what is not said of a place must not be taken for none. */
  private boolean lacksStructure(PractitionerRole role, Map<String, Organization> structures) {
    String structure = role.getOrganization().getReferenceElement().getIdPart();
    return isActive(role, role.getPeriod())
        && structure != null
        && !structures.containsKey(structure);
  }

  private boolean isActive(PractitionerRole role, Period period) {
    return !Ending.isPast(period, now) && (!role.hasActive() || role.getActive());
  }

  /** Active is what a source does not call inactive. */
  private static boolean isActive(Practitioner entry) {
    return !entry.hasActive() || entry.getActive();
  }

  /** Never in the future: what is said of tomorrow would outrank the files until then. */
  private Instant updatedAt(Resource resource) {
    Instant said =
        resource.getMeta().getLastUpdated() == null
            ? Instant.EPOCH
            : resource.getMeta().getLastUpdated().toInstant();
    return said.isAfter(now) ? now : said;
  }

  private static String idOf(Resource resource) {
    return String.valueOf(resource.getIdElement().getIdPart());
  }

  private static String practitionerOf(PractitionerRole role) {
    return String.valueOf(role.getPractitioner().getReferenceElement().getIdPart());
  }

  private static List<List<String>> batches(List<String> all) {
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BATCH) {
      batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
    }
    return batches;
  }
}
