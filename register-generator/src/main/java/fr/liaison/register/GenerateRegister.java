package fr.liaison.register;

import fr.liaison.register.defect.Defect;
import fr.liaison.register.defect.DefectPlan;
import fr.liaison.register.extraction.Extractions;
import fr.liaison.register.name.FamilyNames;
import fr.liaison.register.name.GivenNames;
import fr.liaison.register.person.Activities;
import fr.liaison.register.person.People;
import fr.liaison.register.person.Person;
import fr.liaison.register.person.Population;
import fr.liaison.register.place.Communes;
import fr.liaison.register.search.DrawSearches;
import fr.liaison.register.search.Labels;
import fr.liaison.register.search.Misspell;
import fr.liaison.register.structure.Structures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;

/**
 * Writes the extractions and the labelled searches of an order in one pass over its people. The
 * same order gives the same bytes; existing files of the same names are overwritten.
 */
public final class GenerateRegister {
  private final Order order;
  private final People people;
  private final Labels misspelt;
  private final Labels realistic;

  public GenerateRegister(Order order) {
    this.order = order;
    DefectPlan defects = order.defects() ? DefectPlan.usual(order.seed()) : DefectPlan.none();
    Communes communes = new Communes();
    FamilyNames familyNames = new FamilyNames();
    GivenNames givenNames = new GivenNames();
    this.people =
        new People(
            order.seed(),
            new Population(order.seed(), order.rows(), defects),
            familyNames,
            givenNames,
            new Activities(communes, new Structures(order.seed(), order.rows(), communes)));
    DrawSearches draw =
        new DrawSearches(order.seed(), people, new Misspell(familyNames, givenNames));
    this.misspelt = draw.misspelt();
    this.realistic = draw.realistic();
  }

  public Generated run() throws IOException {
    Files.createDirectories(order.folder());
    Map<Defect, Long> defects = new EnumMap<>(Defect.class);
    long rows = 0;
    long usable = 0;
    try (Extractions files =
        new Extractions(order.folder(), order.stamp(), order.seed(), !order.defects())) {
      if (order.beside() != null) {
        files.addAll(order.beside());
      }
      for (long index = 0; index < people.many(); index++) {
        Person person = people.person(index);
        files.add(person);
        misspelt.see(person);
        realistic.see(person);
        Defect defect = person.defect();
        int its = person.activities().size() + (defect == Defect.DUPLICATE ? 1 : 0);
        rows += its;
        usable += defect.usable() ? its : 0;
        if (defect != Defect.NONE) {
          defects.merge(defect, 1L, Long::sum);
        }
      }
    }
    misspelt.write(order.folder().resolve("queries.tsv"));
    realistic.write(order.folder().resolve("searches.tsv"));
    return new Generated(
        order.folder().resolve(Extractions.activityFile(order.stamp())),
        people.many(),
        rows,
        usable,
        Map.copyOf(defects));
  }
}
