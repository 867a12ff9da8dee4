package fr.liaison.register.extraction;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.layout.MailboxColumn;
import fr.liaison.register.layout.Row;
import fr.liaison.register.name.Folded;
import fr.liaison.register.person.Activity;
import fr.liaison.register.person.Person;
import fr.liaison.register.place.Address;
import fr.liaison.register.profession.KnowHow;
import fr.liaison.register.structure.Structure;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The mailboxes of {@code Extraction_Correspondance_MSSante}: of three persons in eight, of
 * services of structures, of a few programs; some twice, some broken over two lines. Whoever is on
 * the red list is not in the file at all, so nobody is marked.
 */
final class MailboxRows {
  private static final List<String> SERVICES =
      List.of(
          "secretariat", "urgences", "admissions", "cardiologie", "pediatrie", "had", "biologie");

  private MailboxRows() {}

  static void write(Person person, boolean clean, Chance chance, LineFile file) {
    if (chance.below(1000) < 370) {
      Row<MailboxColumn> row = personal(person);
      file.add(row);
      if (!clean && chance.oneIn(3000)) {
        file.add(row);
      }
    }
    @Nullable Structure structure = person.activities().getFirst().structure();
    if (structure != null && !structure.numbers().finess().isEmpty() && chance.below(1000) < 105) {
      boolean program = chance.oneIn(500);
      Row<MailboxColumn> row = ofStructure(program ? "APP" : "ORG", person, structure, chance);
      if (!clean && chance.oneIn(140)) {
        row.with(MailboxColumn.SERVICE, "Secrétariat\nmédical");
      }
      file.add(row);
    }
  }

  private static Row<MailboxColumn> personal(Person person) {
    Activity activity = person.activities().getFirst();
    Row<MailboxColumn> row =
        Row.of(MailboxColumn.class)
            .with(MailboxColumn.KIND, "PER")
            .with(MailboxColumn.ADDRESS, address(person))
            .with(MailboxColumn.IDENTIFIER_TYPE, person.number().type())
            .with(MailboxColumn.IDENTIFIER, person.number().identifier())
            .with(MailboxColumn.NATIONAL_ID, person.number().nationalId())
            .with(MailboxColumn.CIVILITY, person.woman() ? "Madame" : "Monsieur")
            .with(MailboxColumn.FAMILY_NAME, person.familyText())
            .with(MailboxColumn.GIVEN_NAME, person.givenText())
            .with(MailboxColumn.CATEGORY_CODE, person.category().code())
            .with(MailboxColumn.CATEGORY, person.category().label())
            .with(MailboxColumn.PROFESSION_CODE, person.profession().code())
            .with(MailboxColumn.PROFESSION, person.profession().label());
    KnowHow knowHow = activity.knowHow();
    row.with(MailboxColumn.KNOW_HOW_CODE, knowHow.code())
        .with(MailboxColumn.KNOW_HOW, knowHow.label())
        .with(MailboxColumn.PAPERLESS, person.index() % 3 == 0 ? "O" : "N");
    return place(activity.structure(), row);
  }

  private static Row<MailboxColumn> ofStructure(
      String kind, Person person, Structure structure, Chance chance) {
    String service = chance.pick(SERVICES);
    String number = structure.numbers().finess();
    String address =
        service + "-" + Long.toString(person.index(), 36) + "@e" + number + ".mssante.example";
    return place(
        structure,
        Row.of(MailboxColumn.class)
            .with(MailboxColumn.KIND, kind)
            .with(MailboxColumn.ADDRESS, address)
            .with(MailboxColumn.STRUCTURE_ID_TYPE, "FINESS")
            .with(MailboxColumn.STRUCTURE_ID, number)
            .with(MailboxColumn.SERVICE, service.toUpperCase(Locale.ROOT))
            .with(MailboxColumn.PAPERLESS, "O"));
  }

  private static Row<MailboxColumn> place(@Nullable Structure structure, Row<MailboxColumn> row) {
    if (structure == null) {
      return row;
    }
    row.with(MailboxColumn.COMPANY_NAME, structure.naming().company())
        .with(MailboxColumn.TRADE_NAME, structure.naming().trade());
    @Nullable Address address = structure.address();
    if (address == null) {
      return row;
    }
    String line6 =
        address.cedex().isEmpty()
            ? address.postalCode() + " " + Folded.plain(address.town())
            : address.cedex();
    return row.with(MailboxColumn.LINE_2, address.recipient())
        .with(MailboxColumn.STREET_NUMBER, address.street().number())
        .with(MailboxColumn.STREET_REPETITION, address.street().repetition())
        .with(MailboxColumn.STREET_TYPE, address.street().type())
        .with(MailboxColumn.STREET, address.street().name())
        .with(MailboxColumn.LINE_5, address.distribution())
        .with(MailboxColumn.LINE_6, line6)
        .with(MailboxColumn.POSTAL_CODE, address.postalCode())
        .with(MailboxColumn.DEPARTMENT, address.department())
        .with(MailboxColumn.COUNTRY, address.country().isEmpty() ? "France" : address.country());
  }

  /** Unique by the person's number, as namesakes get one in real addresses. */
  private static String address(Person person) {
    String local = person.given().key() + "." + person.family().key();
    return local.replace(' ', '-').toLowerCase(Locale.ROOT)
        + "-"
        + Long.toString(person.index(), 36)
        + "@"
        + person.profession().setting().name().toLowerCase(Locale.ROOT)
        + ".mssante.example";
  }
}
