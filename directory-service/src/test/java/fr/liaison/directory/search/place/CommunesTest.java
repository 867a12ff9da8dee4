package fr.liaison.directory.search.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommunesTest {
  private static final CommuneNames NAMES = new CommuneNames(Communes.known().list());

  @Test
  void everyCommuneInForceHasAPlace() {
    CommuneList list = Communes.known().list();
    assertThat(list.size()).isGreaterThan(36_000);
    assertThat(
            Stream.of("75056", "69123", "13055", "75120", "69389", "13216", "2A004", "2B033")
                .map(code -> Communes.known().commune(code).orElseThrow())
                .filter(Place::approximate))
        .isEmpty();
    for (String overseas : List.of("97105", "97209", "97302", "97411", "97502", "97611", "98818")) {
      assertThat(Communes.known().commune(overseas)).isPresent();
    }
  }

  @Test
  void aVillageIsInItsCornerOfTheDepartment() {
    Place wissant = Communes.known().commune("62899").orElseThrow();
    assertThat(wissant.approximate()).isFalse();
    assertThat(kilometres("62899", "62054")).isCloseTo(6, Offset.offset(2.0));
    assertThat(kilometres("62899", "62117")).isGreaterThan(100);
  }

  @Test
  void aSmallVillageIsWithItsNeighboursOfThePostalCodeAndSaysThatItIsNotExact() {
    Place azincourt = Communes.known().commune("62069").orElseThrow();
    assertThat(azincourt.approximate()).isTrue();
    assertThat(kilometres("62069", "62364")).isLessThan(10);
  }

  @Test
  void theInseeCodeCountsMoreThanThePostalCodeAndThatStandsForItsLargestCommune() {
    assertThat(Communes.known().of("62054", "62179")).isEqualTo(Communes.known().commune("62054"));
    Place byPostalCode = Communes.known().of(null, "62179").orElseThrow();
    assertThat(byPostalCode.approximate()).isTrue();
    assertThat(byPostalCode.position())
        .isEqualTo(Communes.known().commune("62899").orElseThrow().position());
    assertThat(Communes.known().of("99999", "62179")).contains(byPostalCode);
    assertThat(Communes.known().at("75009")).isEqualTo(Communes.known().commune("75109"));
  }

  @Test
  void anUnlistedPostalCodeIsWhereThePeopleOfTheDepartmentLive() {
    Place cedex = Communes.known().at("62022").orElseThrow();
    assertThat(cedex.approximate()).isTrue();
    assertThat(Communes.known().at("00000")).isEmpty();
    assertThat(Communes.known().at("1012 AB")).isEmpty();
  }

  @Test
  void formerCodesLeadToWhatTheyWereMergedInto() {
    assertThat(Communes.codesOf("01185")).contains("01185", "01222", "01201");
    assertThat(Communes.known().commune("01222")).isEqualTo(Communes.known().commune("01185"));
    assertThat(Communes.codesOf("62447")).contains("62447", "62549");
    assertThat(Communes.codesOf("62549")).isEqualTo(Communes.codesOf("62447"));
    assertThat(Communes.codesOf("75056")).hasSize(21).contains("75101", "75120");
    assertThat(Communes.codesOf("75109")).containsExactly("75109");
    assertThat(Communes.codesOf("99999")).containsExactly("99999");
  }

  @ParameterizedTest
  @CsvSource({
    "st omer,Saint-Omer",
    "SAINT-OMER,Saint-Omer",
    "ste marie,Sainte-Marie",
    "hesdin,Hesdin-la-Forêt",
    "l'haÿ les ros,L'Haÿ-les-Roses",
    "l hay-les-roses,L'Haÿ-les-Roses",
    "villeneuve ascq,Villeneuve-d'Ascq",
    "rochelle,La Rochelle",
    "paris 9,Paris 9e Arrondissement",
    "paris 1er,Paris 1er Arrondissement",
    "Lyon 3e,Lyon 3e Arrondissement",
    "paris,Paris",
    "nant,Nant",
    "nante,Nantes",
    "oeuf,Œuf-en-Ternois",
    "62000,Arras",
    "Arras (62),Arras",
    "62000 arras,Arras",
    "saint denis 974,Saint-Denis",
    "paris 09,Paris 9e Arrondissement",
    "lyon 03,Lyon 3e Arrondissement",
    "évry,Évry-Courcouronnes",
    "bellegarde sur valserine,Bellegarde-sur-Valserine",
    "cherbourg octeville,Cherbourg-Octeville",
    "cherbourg,Cherbourg-en-Cotentin",
    "sai,Saint-Étienne",
    "75,Paris",
    "75009,Paris 9e Arrondissement",
    "2a,"
  })
  void whatIsTypedSuggestsTheCommuneThatIsMeant(String typed, String name) {
    assertThat(suggested(typed).findFirst()).isEqualTo(Optional.ofNullable(name));
  }

  @Test
  void largerPlacesComeFirstAmongThoseThatBeginSo() {
    assertThat(suggested("saint-d").limit(3))
        .containsExactly("Saint-Denis", "Saint-Denis", "Saint-Dizier");
    assertThat(suggested("saint")).hasSize(20);
    assertThat(suggested("62")).hasSize(20).startsWith("Calais");
  }

  @Test
  void ofEquallyLikeNamesThoseOfTheCallersDepartmentsComeFirst() {
    assertThat(NAMES.find("saint denis", 2, Set.of("93")))
        .extracting(named -> Communes.known().list().code(named.line()))
        .containsExactly("93066", "97411");
    assertThat(NAMES.find("saint denis", 2, Set.of()))
        .extracting(named -> Communes.known().list().code(named.line()))
        .containsExactly("97411", "93066");
  }

  @Test
  void aTownStatedWholeIsTheArrondissementThatThePostalCodeTells() {
    Communes known = Communes.known();
    assertThat(known.of("75056", "75016")).isEqualTo(known.commune("75116"));
    assertThat(known.of("13055", "13016")).isEqualTo(known.commune("13216"));
    assertThat(known.of("75056", "75900")).isEqualTo(known.commune("75056"));
    assertThat(Communes.codesAt("75056", "75016")).containsExactly("75116");
    assertThat(Communes.codesAt("75109", "75016")).containsExactly("75109");
    assertThat(Communes.codesAt("62054", "62179")).containsExactly("62054");
  }

  @Test
  void whoStatesNoCommuneIsFoundInAllThatThePostalCodeServes() {
    assertThat(Communes.codesAt(null, "62179")).contains("62899", "62054");
    assertThat(Communes.codesAt(null, "75009")).containsExactly("75109");
    assertThat(Communes.codesAt(null, "62022")).isEmpty();
    assertThat(Communes.codesAt(null, null)).isEmpty();
  }

  @Test
  void aPlaceThatAllOfItsPostalCodeContradictIsNotBelieved() {
    Place vitry = Communes.known().commune("71588").orElseThrow();
    assertThat(vitry.approximate()).isTrue();
    assertThat(kilometres("71588", "71342")).isLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "*", "\u0000", "%_\\", "😀", "zzzz", "a b c d e f g h i j k l m"})
  void whatNamesNothingSuggestsNothing(String typed) {
    assertThat(suggested(typed)).isEmpty();
  }

  @Test
  void theDistanceIsThatOfTheNearestPlace() {
    UUID nurse = UUID.randomUUID();
    Near audinghen = Near.ofCommune("62054", 10).orElseThrow();
    assertThat(
            audinghen.to(
                List.of(nurse),
                List.of(
                    new PlaceOfWork(nurse, "62117", "62124"),
                    new PlaceOfWork(nurse, "62899", null),
                    new PlaceOfWork(nurse, null, null))))
        .containsExactly(new Distance(nurse, 6, false));
  }

  private static Stream<String> suggested(String typed) {
    return NAMES.find(typed, 20, Set.of()).stream().map(CommuneNames.Named::name);
  }

  private static double kilometres(String one, String other) {
    Communes known = Communes.known();
    return known
        .commune(one)
        .orElseThrow()
        .position()
        .kilometresTo(known.commune(other).orElseThrow().position());
  }
}
