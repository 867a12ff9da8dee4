package fr.liaison.register.search;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.name.Name;
import fr.liaison.register.person.Person;
import fr.liaison.register.place.Address;
import fr.liaison.register.profession.EverydayWord;
import fr.liaison.register.structure.Structure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How people type what they know about somebody: small letters, accents or not, any order. */
final class Typed {
  private static final List<EverydayWord> WORDS = EverydayWord.all();
  private static final Set<String> DIVIDED = Set.of("PARIS", "LYON", "MARSEILLE");

  private Typed() {}

  static String name(Name name, Chance chance) {
    return (chance.oneIn(3) ? name.key() : name.text()).toLowerCase(Locale.ROOT);
  }

  /** Given and family name, or the other way round. */
  static String both(String given, String family, Chance chance) {
    return chance.oneIn(2) ? given + " " + family : family + " " + given;
  }

  /** A word for what the person is, if there is an everyday one. */
  static Optional<EverydayWord> word(Person person, Chance chance) {
    String code = person.profession().code();
    String knowHow = person.activities().getFirst().knowHow().code();
    List<EverydayWord> fitting = WORDS.stream().filter(one -> one.means(code, knowHow)).toList();
    return fitting.isEmpty() ? Optional.empty() : Optional.of(chance.pick(fitting));
  }

  /** Where the person practises, if that is in a commune of France. */
  static Optional<Address> address(Person person) {
    @Nullable Structure structure = person.activities().getFirst().structure();
    @Nullable Address address = structure == null ? null : structure.address();
    return Optional.ofNullable(address).filter(one -> !one.cityKey().isEmpty());
  }

  /** The town; of Paris, Lyon and Marseille the city, as their arrondissements are seldom typed. */
  static String town(Address address, Chance chance) {
    boolean asWritten = chance.oneIn(2) && !address.town().isEmpty() && !divided(address);
    return (asWritten ? address.town() : address.cityKey()).toLowerCase(Locale.ROOT);
  }

  /** Whether the town is so large that a profession there says next to nothing. */
  static boolean divided(Address address) {
    return DIVIDED.contains(address.cityKey());
  }
}
