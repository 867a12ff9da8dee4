package fr.liaison.register.structure;

import fr.liaison.register.chance.Chance;
import fr.liaison.register.name.Folded;
import fr.liaison.register.place.Address;
import fr.liaison.register.place.Addresses;
import fr.liaison.register.place.Commune;
import fr.liaison.register.place.Communes;
import fr.liaison.register.place.Telephone;
import fr.liaison.register.table.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The structures of a register, each made anew from its number whenever somebody works there, so
 * that none is kept. A commune has some of every kind, by its population.
 */
public final class Structures {
  private static final int STREAM = 3;
  private static final int FULL_SIZE = 2_300_000;

  private final long seed;
  private final long rows;
  private final int inhabitants;
  private final List<Commune> communes;
  private final Addresses addresses = new Addresses();
  private final List<String> names = Table.column("structure-names.tsv");
  private final Map<StructureKind, int[]> firstOrdinals = new EnumMap<>(StructureKind.class);

  /** The structures of a register with so many rows. */
  public Structures(long seed, long rows, Communes communes) {
    this.seed = seed;
    this.rows = Math.min(rows, FULL_SIZE);
    this.communes = communes.all();
    this.inhabitants = this.communes.stream().mapToInt(Commune::thousands).sum();
    int ordinal = 0;
    for (StructureKind kind : StructureKind.values()) {
      int[] first = new int[this.communes.size() + 1];
      for (Commune commune : this.communes) {
        first[commune.position()] = ordinal;
        ordinal += many(kind, commune);
      }
      first[this.communes.size()] = ordinal;
      firstOrdinals.put(kind, first);
    }
  }

  /** One of the structures of a kind in a commune. */
  public Structure in(Commune commune, StructureKind kind, Chance chance) {
    int[] first = Objects.requireNonNull(firstOrdinals.get(kind));
    int begin = first[commune.position()];
    int ordinal = begin + chance.below(first[commune.position() + 1] - begin);
    Chance own = Chance.of(seed, STREAM, ordinal);
    Structure.Numbers numbers = StructureNumbers.of(kind, ordinal, commune.department());
    Address address = addresses.in(commune, kind.large(), own);
    return new Structure(
        kind, numbers, naming(kind, commune, own), address, contact(address, "s" + ordinal, own));
  }

  /** The practice of one person: named after them, their own number its only one. */
  public Structure practice(
      Commune commune, boolean adeli, String identifier, int rank, String owner, Chance chance) {
    Address address = addresses.in(commune, false, chance);
    String company = chance.oneIn(3) ? "" : "CABINET " + owner;
    return new Structure(
        StructureKind.PRACTICE,
        StructureNumbers.ofPractice(adeli, identifier, rank),
        new Structure.Naming(company, ""),
        address,
        contact(address, "p" + identifier, chance));
  }

  /** An address in another country. */
  public Address abroad(Chance chance) {
    return addresses.abroad(chance);
  }

  private int many(StructureKind kind, Commune commune) {
    long share = (long) kind.total() * commune.thousands() * rows;
    return (int) Math.max(1, share / inhabitants / FULL_SIZE);
  }

  private Structure.Naming naming(StructureKind kind, Commune commune, Chance chance) {
    boolean afterTown = kind.large() && chance.oneIn(3);
    String rest = afterTown ? "DE " + Folded.plain(commune.city()) : chance.pick(names);
    String name = chance.pick(kind.names()) + " " + rest;
    return switch (kind) {
      case PHARMACY, LABORATORY, GROUP_PRACTICE ->
          chance.oneIn(2)
              ? new Structure.Naming(chance.pick(List.of("SELARL ", "SELAS ", "SCM ")) + name, name)
              : new Structure.Naming(name, "");
      default -> new Structure.Naming(name, "");
    };
  }

  private static Structure.Contact contact(Address address, String mailbox, Chance chance) {
    String department = address.departmentCode();
    String telephone = chance.oneIn(4) ? "" : Telephone.of(department, chance);
    return new Structure.Contact(
        telephone,
        chance.oneIn(15) ? Telephone.of(department, chance) : "",
        chance.oneIn(4) ? Telephone.of(department, chance) : "",
        chance.oneIn(5) ? mailbox.toLowerCase(Locale.ROOT) + "@structures.example" : "");
  }
}
