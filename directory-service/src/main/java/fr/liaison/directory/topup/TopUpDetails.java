package fr.liaison.directory.topup;

import fr.liaison.directory.register.FileReach;
import fr.liaison.directory.register.FreshDetails;
import fr.liaison.directory.register.RegisterConfig;
import fr.liaison.directory.register.RegisterImports;
import fr.liaison.directory.register.file.ImportKind;
import fr.liaison.kit.database.Transaction;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Skills, diplomas, authorisations and mailboxes of people as the source states them. Of each the
 * file of its kind that is in force wins where it is newer; what is not said, or says the same, is
 * not written.
 */
@ApplicationScoped
class TopUpDetails {
  private final FreshDetails facts;
  private final RegisterImports imports;
  private final RegisterConfig config;

  TopUpDetails(FreshDetails facts, RegisterImports imports, RegisterConfig config) {
    this.facts = facts;
    this.imports = imports;
    this.config = config;
  }

  /** What the directory has of these people, who are held by the transaction. */
  Page of(Transaction transaction, List<SourcePerson> people, Dictionary dictionary) {
    return new Page(transaction, people.stream().map(one -> one.id().value()).toList(), dictionary);
  }

  /** One page while it is applied. */
  final class Page {
    private final Transaction transaction;
    private final Wording wording;
    private final Map<String, List<String>> skills;
    private final Map<String, List<String>> qualifications;
    private final Map<String, Map<String, Mailbox>> mailboxes = new HashMap<>();
    private final PartFacts skillFacts;
    private final PartFacts qualificationFacts;
    private final PartFacts mailboxFacts;

    private Page(Transaction transaction, List<String> numbers, Dictionary dictionary) {
      this.transaction = transaction;
      this.wording = new Wording(dictionary);
      this.skills = sets(transaction, "skill_set", numbers);
      this.qualifications = sets(transaction, "qualification_set", numbers);
      transaction
          .rows(
              row -> row,
              "select * from mailbox where owner = any($1) and kind = 'PER'",
              (Object) numbers.toArray(String[]::new))
          .forEach(
              row ->
                  mailboxes
                      .computeIfAbsent(row.getString("owner"), owner -> new TreeMap<>())
                      .put(row.getString("address"), mailbox(row)));
      this.skillFacts = new PartFacts(transaction, ImportKind.skills, numbers);
      this.qualificationFacts = new PartFacts(transaction, ImportKind.qualifications, numbers);
      this.mailboxFacts = new PartFacts(transaction, ImportKind.mailboxes, numbers);
    }

    /** Answers whether anything of the person became another. */
    boolean write(SourcePerson person, UUID id) {
      SourcePerson.Statement said = Objects.requireNonNull(person.statement());
      SourceDetails details = said.details();
      String number = person.id().value();
      boolean altered = false;
      List<String> own = skills.getOrDefault(number, List.of());
      List<String> stated = wording.skills(details.skills(), own, said.exercises());
      if (stated != null && skillFacts.isNews(person)) {
        altered = replace("skill_set", id, own, stated);
      }
      own = qualifications.getOrDefault(number, List.of());
      stated = wording.qualifications(details, own);
      if (stated != null && qualificationFacts.isNews(person)) {
        altered |= replace("qualification_set", id, own, stated);
      }
      boolean found = altered;
      if (details.mailboxes().carried() && mailboxFacts.isNews(person)) {
        Map<String, Mailbox> before = mailboxes.getOrDefault(number, Map.of());
        Map<String, Mailbox> after = mailboxes(details.mailboxes(), before);
        altered |= replace(number, before, after);
        found |= before.isEmpty() != after.isEmpty();
      }
      if (found) {
        // People found by it are found differently now.
        transaction.update(
            """
            update practitioner set revision = nextval('practitioner_revision')
            where id = $1 and status = 'active'
            """,
            id);
      }
      return altered;
    }

    /** For the next files. */
    void note() {
      for (PartFacts one : List.of(skillFacts, qualificationFacts, mailboxFacts)) {
        facts.note(transaction, one.part, one.noted);
      }
    }

    private boolean replace(String table, UUID id, List<String> own, List<String> stated) {
      if (own.equals(stated)) {
        return false;
      }
      if (stated.isEmpty()) {
        transaction.update("delete from %s where practitioner_id = $1".formatted(table), id);
      } else {
        transaction.update(
            """
            insert into %s (practitioner_id, entries) values ($1, $2)
            on conflict (practitioner_id) do update set entries = excluded.entries
            """
                .formatted(table),
            id,
            stated.toArray(String[]::new));
      }
      return true;
    }

    private boolean replace(String owner, Map<String, Mailbox> before, Map<String, Mailbox> after) {
      if (before.equals(after)) {
        return false;
      }
      transaction.update(
          "delete from mailbox where owner = $1 and kind = 'PER' and address <> all($2)",
          owner,
          after.keySet().toArray(String[]::new));
      after.forEach(
          (address, mailbox) -> {
            if (!mailbox.equals(before.get(address))) {
              transaction.update(
                  """
                  insert into mailbox (owner, address, kind, service, structure_name, paperless)
                  values ($1, $2, 'PER', $3, $4, $5)
                  on conflict (owner, address) do update set kind = excluded.kind,
                    service = excluded.service, structure_name = excluded.structure_name,
                    paperless = excluded.paperless
                  """,
                  owner,
                  address,
                  mailbox.service(),
                  mailbox.structureName(),
                  mailbox.paperless());
            }
          });
      return true;
    }
  }

  /** Since when what is known of one part may not be older, for each person of a page. */
  private final class PartFacts {
    private final ImportKind part;
    private final Instant reach;
    private final Map<String, Instant> latest;
    private final Map<String, Instant> noted = new HashMap<>();

    PartFacts(Transaction transaction, ImportKind part, List<String> numbers) {
      this.part = part;
      this.reach =
          imports
              .dateInForce(transaction, part)
              .map(date -> FileReach.of(date, config))
              .orElse(Instant.EPOCH);
      this.latest = facts.latest(transaction, part, numbers);
    }

    boolean isNews(SourcePerson person) {
      String number = person.id().value();
      Instant said = person.updatedAt();
      if (said.isBefore(reach) || said.isBefore(latest.getOrDefault(number, Instant.EPOCH))) {
        return false;
      }
      noted.put(number, said);
      return true;
    }
  }

  /** What stands beside an address. */
  private record Mailbox(
      @Nullable String service, @Nullable String structureName, @Nullable Boolean paperless) {}

  /**
   * What is hidden goes in any case, others only where the source states mailboxes and all of them
   * could be read. Where it is silent on a mailbox, what a file said of it stays.
   */
  private static Map<String, Mailbox> mailboxes(
      SourceDetails.Part<SourceDetails.Mailbox> part, Map<String, Mailbox> before) {
    boolean shown = part.stated().stream().anyMatch(one -> !one.hidden());
    Map<String, Mailbox> after = new TreeMap<>();
    if (!(part.whole() && shown)) {
      after.putAll(before);
    }
    for (SourceDetails.Mailbox one : part.stated()) {
      Mailbox former = before.getOrDefault(one.address(), new Mailbox(null, null, null));
      after.put(
          one.address(),
          new Mailbox(
              one.service() == null ? former.service() : one.service(),
              one.structureName() == null ? former.structureName() : one.structureName(),
              one.paperless() == null ? former.paperless() : one.paperless()));
    }
    List<String> hidden =
        part.stated().stream()
            .filter(SourceDetails.Mailbox::hidden)
            .map(SourceDetails.Mailbox::address)
            .toList();
    if (after.size() > PartReader.MOST) {
      after.keySet().retainAll(before.keySet());
    }
    after.keySet().removeAll(hidden);
    return after;
  }

  private static Mailbox mailbox(Row row) {
    return new Mailbox(
        row.getString("service"), row.getString("structure_name"), row.getBoolean("paperless"));
  }

  /** By number. */
  private static Map<String, List<String>> sets(
      Transaction transaction, String table, List<String> numbers) {
    Map<String, List<String>> sets = new HashMap<>();
    transaction
        .rows(
            row -> row,
            """
            select p.national_id, d.entries from practitioner p
            join %s d on d.practitioner_id = p.id where p.national_id = any($1)
            """
                .formatted(table),
            (Object) numbers.toArray(String[]::new))
        .forEach(
            row ->
                sets.put(
                    row.getString("national_id"),
                    sorted(row.getDelegate().getArrayOfStrings("entries"))));
    return sets;
  }

  private static List<String> sorted(String[] entries) {
    List<String> all = new ArrayList<>(Arrays.asList(entries));
    all.sort(null);
    return List.copyOf(all);
  }
}
