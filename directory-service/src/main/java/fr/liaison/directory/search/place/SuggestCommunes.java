package fr.liaison.directory.search.place;

import fr.liaison.directory.account.AdmitReader;
import fr.liaison.directory.practitioner.Department;
import fr.liaison.kit.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Suggests communes to whoever may search the directory. Not audited: the list is public and says
 * nothing of anybody, and the search that follows is.
 */
@ApplicationScoped
public class SuggestCommunes {
  private static final int MOST = 20;

  private final AdmitReader admitReader;

  SuggestCommunes(AdmitReader admitReader) {
    this.admitReader = admitReader;
  }

  /** Made when first asked. */
  private static final class Known {
    static final CommuneNames NAMES = new CommuneNames(Communes.known().list());
  }

  CommuneSuggestions suggest(Caller caller, String typed) {
    return admitReader.read(
        caller,
        (statements, reader) ->
            named(
                typed,
                reader.stream()
                    .flatMap(one -> one.situations().stream())
                    .flatMap(situation -> Department.of(situation.postalCode()).stream())
                    .collect(Collectors.toUnmodifiableSet())));
  }

  private static CommuneSuggestions named(String typed, Set<String> departments) {
    CommuneList list = Communes.known().list();
    return new CommuneSuggestions(
        Known.NAMES.find(typed, MOST, departments).stream()
            .map(named -> commune(list, named))
            .toList());
  }

  private static Commune commune(CommuneList list, CommuneNames.Named named) {
    int line = named.line();
    int now = list.isMerged(line) ? list.whole(line) : line;
    return new Commune(
        list.code(line),
        named.name(),
        List.copyOf(list.postalCodes(now)),
        Communes.department(list.code(line)).toUpperCase(Locale.ROOT),
        named.name().equals(list.name(now)) ? null : list.name(now));
  }
}
