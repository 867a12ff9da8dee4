package fr.liaison.directory.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be searched, by which parameters, and what may come along. */
record SearchType(
    String resource,
    List<SearchParameter> parameters,
    List<String> includes,
    List<String> revIncludes) {
  private static final SearchParameter ID = SearchParameter.token("_id", "");
  private static final SearchParameter ACTIVE =
      SearchParameter.flag("active", "Departed people are read by id only; false finds nothing.");
  private static final SearchParameter IDENTIFIER =
      SearchParameter.token(
          "identifier", "RPPS, IDNPS; FINESS, SIRET, IDNST or the technical identifier");
  private static final SearchParameter NAME =
      SearchParameter.text("name", "Each word begins a word of the name.");

  private static final SearchParameter MAILBOX =
      SearchParameter.address(
          "mailbox-mss", "The whole address of an MSSanté mailbox of the person, in any case");

  static final SearchType PRACTITIONER =
      new SearchType(
          "Practitioner",
          List.of(
              ID,
              ACTIVE,
              IDENTIFIER,
              NAME,
              SearchParameter.text("family", "Begins the family name."),
              SearchParameter.text("given", "Each word begins a given name."),
              SearchParameter.token(
                  "qualification-code",
                  "A profession, savoir-faire, diploma or its family, authorisation"),
              MAILBOX),
          List.of(),
          List.of("PractitionerRole:practitioner"));

  static final SearchType PRACTITIONER_ROLE =
      new SearchType(
          "PractitionerRole",
          List.of(
              ID,
              ACTIVE,
              SearchParameter.reference("practitioner"),
              SearchParameter.reference("organization"),
              SearchParameter.token("role", "A profession"),
              SearchParameter.token("specialty", "A savoir-faire"),
              MAILBOX),
          List.of("PractitionerRole:practitioner", "PractitionerRole:organization"),
          List.of());

  static final SearchType ORGANIZATION =
      new SearchType(
          "Organization",
          List.of(
              ID,
              ACTIVE,
              IDENTIFIER,
              NAME,
              SearchParameter.text("address-city", "Each word begins a word of the town."),
              SearchParameter.postalCode(
                  "address-postalcode", "At least two digits of its beginning"),
              SearchParameter.address(
                  "mailbox-mss",
                  "The whole address of an MSSanté mailbox of the structure, in any case")),
          List.of(),
          List.of());

  static final List<SearchType> ALL = List.of(PRACTITIONER, PRACTITIONER_ROLE, ORGANIZATION);

  static Set<String> names() {
    return ALL.stream().map(SearchType::resource).collect(Collectors.toUnmodifiableSet());
  }

  Optional<SearchParameter> parameter(String name) {
    return parameters.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
