package fr.liaison.directory.search.index;

import fr.liaison.directory.practitioner.Department;
import fr.liaison.directory.practitioner.Exercise;
import fr.liaison.directory.practitioner.ProfessionWords;
import fr.liaison.directory.practitioner.ProfessionalCategory;
import fr.liaison.directory.practitioner.Qualification;
import fr.liaison.directory.practitioner.SearchWords;
import fr.liaison.directory.practitioner.Skill;
import fr.liaison.directory.search.place.Cell;
import fr.liaison.directory.search.place.Communes;
import fr.liaison.directory.search.place.Position;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns a person into the terms they are found by. Stores nothing that could be shown. */
final class PersonDocument {
  private static final int ID_BYTES = 16;
  private static final Pattern ARRONDISSEMENT = Pattern.compile("\\d{1,2}er?");

  private final Document document = new Document();
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> professions = new LinkedHashSet<>();
  private final Set<String> towns = new LinkedHashSet<>();
  private final Set<String> others = new LinkedHashSet<>();
  private final Set<Position> positions = new LinkedHashSet<>();
  private final Set<Cell> cells = new LinkedHashSet<>();

  private PersonDocument() {}

  static Document of(IndexedPerson person) {
    PersonDocument document = new PersonDocument();
    document.addName(person);
    person.exercises().forEach(document::add);
    document.addTraining(person.exercises());
    person.skills().forEach(document::add);
    person.qualifications().forEach(document::add);
    person.places().forEach(document::add);
    document.others.addAll(SearchWords.of(text(person.civility())));
    return document.finish(person);
  }

  /** The term of an id. */
  static BytesRef id(UUID id) {
    return new BytesRef(
        ByteBuffer.allocate(ID_BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  /** What sorts equal hits: the name's words, then the id. */
  static BytesRef order(String familyName, String givenName, UUID id) {
    BytesRef name = beginningOfOrder(familyName, givenName);
    return new BytesRef(
        ByteBuffer.allocate(name.length + ID_BYTES).put(name.bytes).put(id(id).bytes).array());
  }

  /** What the orders of people of these names have in common; ends with a zero byte. */
  static BytesRef beginningOfOrder(String familyName, String givenName) {
    return beginningOfOrder(SearchWords.of(familyName), SearchWords.of(givenName));
  }

  static BytesRef beginningOfOrder(List<String> familyName, List<String> givenName) {
    String name = String.join(" ", familyName) + "\u0000" + String.join(" ", givenName) + "\u0000";
    return new BytesRef(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The id at the end of an order. */
  static UUID idOf(BytesRef order) {
    ByteBuffer bytes =
        ByteBuffer.wrap(order.bytes, order.offset + order.length - ID_BYTES, ID_BYTES);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private void addName(IndexedPerson person) {
    for (String part : List.of(person.familyName(), person.givenName())) {
      List<String> words = SearchWords.of(part);
      names.addAll(words);
      words.forEach(word -> document.add(term(Field.INITIAL, word.substring(0, 1))));
      for (int i = 1; i < words.size(); i++) {
        names.add(words.get(i - 1) + words.get(i));
      }
      if (words.size() > 2) {
        names.add(String.join("", words));
      }
    }
  }

  private void add(Exercise exercise) {
    professions.addAll(words(exercise.profession()));
    professions.addAll(words(exercise.savoirFaire()));
    professions.addAll(words(ProfessionWords.of(exercise.professionCode())));
    professions.addAll(words(ProfessionWords.of(exercise.savoirFaireCode())));
    document.add(term(Field.PROFESSION_CODE, code(exercise.professionCode())));
    document.add(
        new SortedSetDocValuesField(
            Field.COUNTED, new BytesRef(exercise.professionCode() + "|" + exercise.profession())));
    String savoirFaire = exercise.savoirFaireCode();
    if (savoirFaire != null) {
      document.add(term(Field.SAVOIR_FAIRE_CODE, code(savoirFaire)));
      professions.addAll(words(savoirFaire));
    }
  }

  private void addTraining(List<Exercise> exercises) {
    if (!exercises.isEmpty() && exercises.stream().allMatch(Exercise::isStudent)) {
      document.add(term(Field.STUDENT, Field.STUDENT));
    }
    exercises.stream()
        .map(Exercise::professionCode)
        .distinct()
        .filter(one -> Exercise.categoryOf(exercises, one) == ProfessionalCategory.student)
        .forEach(one -> document.add(term(Field.TRAINING, code(one))));
  }

  private void add(Skill skill) {
    professions.addAll(words(skill.label()));
    professions.addAll(words(ProfessionWords.of(skill.code())));
    professions.addAll(words(skill.code()));
    document.add(term(Field.SAVOIR_FAIRE_CODE, code(skill.code())));
  }

  /** Found by codes alone: most words of diplomas are those of everybody's profession. */
  private void add(Qualification one) {
    String family =
        switch (one.kind()) {
          case diploma -> one.typeCode();
          case authorisation -> Condition.Diploma.AUTHORISATION;
        };
    if (family != null) {
      document.add(term(Field.QUALIFICATION, new Condition.Diploma(family, "").term()));
      String code = one.code();
      if (code != null) {
        document.add(term(Field.QUALIFICATION, new Condition.Diploma(family, code).term()));
      }
    }
  }

  private void add(IndexedPerson.Place place) {
    towns.addAll(words(place.town()));
    others.addAll(words(place.structureName()));
    others.addAll(words(place.sector()));
    if (text(place.sector()).toLowerCase(Locale.ROOT).startsWith("cabinet")) {
      others.addAll(List.of("liberal", "liberale"));
    }
    String postalCode = place.postalCode();
    if (postalCode != null && !postalCode.isBlank()) {
      document.add(term(Field.POSTAL_CODE, code(postalCode)));
      others.addAll(words(postalCode));
    }
    String commune = place.commune();
    Communes.codesAt(commune, postalCode)
        .forEach(one -> document.add(term(Field.COMMUNE, code(one))));
    if (commune != null) {
      // Some have a post office in the next department, and two a number younger than their codes.
      document.add(term(Field.DEPARTMENT, Communes.department(commune)));
    }
    Communes.position(commune, postalCode).ifPresent(positions::add);
    Cell.at(commune, postalCode).ifPresent(cells::add);
    Department.of(postalCode)
        .ifPresent(
            department -> {
              document.add(term(Field.DEPARTMENT, department));
              others.add(department);
            });
    String structureId = place.structureId();
    if (structureId != null) {
      document.add(term(Field.STRUCTURE, code(structureId)));
    }
  }

  private void add(Position position) {
    document.add(new LatLonPoint(Field.POSITION, position.latitude(), position.longitude()));
    document.add(
        new LatLonDocValuesField(Field.POSITION, position.latitude(), position.longitude()));
  }

  private Document finish(IndexedPerson person) {
    BytesRef order = order(person.familyName(), person.givenName(), person.id());
    document.add(new StringField(Field.ID, id(person.id()), Store.NO));
    document.add(new SortedDocValuesField(Field.ORDER, order));
    if (person.mailbox()) {
      document.add(term(Field.MAILBOX, Field.MAILBOX));
    }
    positions.forEach(this::add);
    cells.forEach(cell -> document.add(term(Field.CELL, cell.text())));
    names.forEach(word -> document.add(term(Field.SOUND, FrenchSound.of(word))));
    names.stream()
        .filter(word -> word.length() >= Field.TOLD_BY_REST)
        .forEach(word -> document.add(term(Field.NAME_REST, word.substring(1))));
    professions.forEach(word -> document.add(term(Field.PROFESSION, word)));
    withShortForms(towns).forEach(word -> document.add(term(Field.TOWN, word)));
    others.addAll(professions);
    others.addAll(towns);
    addWords(Field.NAME, names);
    addWords(Field.OTHER, others);
    return document;
  }

  private void addWords(String field, Set<String> words) {
    Set<String> beginnings = new LinkedHashSet<>();
    for (String word : withShortForms(words)) {
      document.add(term(field, word));
      for (int length = 2; length <= Math.min(Field.SHORT_BEGINNING, word.length()); length++) {
        beginnings.add(word.substring(0, length));
      }
    }
    beginnings.forEach(text -> document.add(term(Field.beginnings(field), text)));
  }

  /** "St" is typed for "Saint" or stated instead of it, and "Paris 9" is typed for "Paris 9e". */
  private static List<String> withShortForms(Set<String> words) {
    List<String> all = new ArrayList<>(words);
    for (String word : words) {
      switch (word) {
        case "saint" -> all.add("st");
        case "st" -> all.add("saint");
        case "sainte" -> all.add("ste");
        case "ste" -> all.add("sainte");
        default -> {
          if (ARRONDISSEMENT.matcher(word).matches()) {
            all.add(word.substring(0, word.indexOf('e')));
          }
        }
      }
    }
    return all;
  }

  private static StringField term(String field, String text) {
    return new StringField(field, text, Store.NO);
  }

  /** Codes are compared without regard to case. */
  static String code(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static List<String> words(@Nullable String text) {
    return SearchWords.of(text(text));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
