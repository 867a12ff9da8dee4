package fr.liaison.directory.fhir;

import fr.liaison.directory.practitioner.MailboxAddress;
import fr.liaison.directory.search.index.Condition;
import fr.liaison.kit.database.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Turns the parameters of a search into conditions that the index answers. */
final class Conditions {
  private final List<List<Condition>> all = new ArrayList<>();

  List<List<Condition>> all() {
    return all;
  }

  <T> Conditions add(List<List<T>> values, Function<T, List<? extends Condition>> conditions) {
    for (List<T> any : values) {
      List<Condition> either = new ArrayList<>();
      any.forEach(value -> either.addAll(conditions.apply(value)));
      all.add(either);
    }
    return this;
  }

  Conditions ids(List<List<String>> values) {
    return add(
        values,
        value -> Uuids.of(value).map(id -> new Condition.OneOf(List.of(id))).stream().toList());
  }

  Conditions roleIds(List<List<String>> values) {
    return add(
        values,
        value ->
            Role.personOf(value).map(id -> new Condition.OneOf(List.of(id))).stream().toList());
  }

  Conditions identifiers(
      Transaction transaction, Professionals professionals, List<List<Token>> values) {
    for (List<Token> any : values) {
      List<String> nationalIds =
          any.stream().flatMap(token -> Identifiers.nationalIds(token).stream()).toList();
      List<UUID> people =
          nationalIds.isEmpty()
              ? List.of()
              : professionals.withNationalIds(transaction, nationalIds);
      all.add(List.of(new Condition.OneOf(people)));
    }
    return this;
  }

  /** Whose mailboxes have these addresses. */
  Conditions mailboxes(
      Transaction transaction, Professionals professionals, List<List<String>> values) {
    for (List<String> any : values) {
      List<String> addresses =
          any.stream().flatMap(value -> MailboxAddress.of(value).stream()).toList();
      List<UUID> people =
          addresses.isEmpty() ? List.of() : professionals.withMailboxes(transaction, addresses);
      all.add(List.of(new Condition.OneOf(people)));
    }
    return this;
  }

  Conditions professions(List<List<Token>> values) {
    return add(values, Conditions::profession);
  }

  Conditions specialities(List<List<Token>> values) {
    return add(values, token -> speciality(token).stream().toList());
  }

  /** Of any of these, as the qualifications of a Practitioner are. */
  Conditions qualifications(List<List<Token>> values) {
    return add(
        values,
        token -> {
          List<Condition> either = new ArrayList<>();
          either.addAll(profession(token));
          speciality(token).ifPresent(either::add);
          either.add(CodeSystems.qualified(token));
          return either;
        });
  }

  /** Students have their professions in a system of its own, by the same codes. */
  private static List<Condition> profession(Token token) {
    List<Condition> either = new ArrayList<>();
    if (token.isOf(CodeSystems.ofProfession(token.code()))) {
      either.add(new Condition.Profession(token.code()));
    }
    if (token.isOf(CodeSystems.ofTraining(token.code()))) {
      either.add(new Condition.Training(token.code()));
    }
    return either;
  }

  private static Optional<Condition> speciality(Token token) {
    return token.isOf(CodeSystems.ofSavoirFaire(token.code()))
        ? Optional.of(new Condition.SavoirFaire(token.code()))
        : Optional.empty();
  }
}
