package fr.liaison.directory.fhir;

import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Puts one page of a search together. The total is told only where the page is all there is: to
 * count more would cost what paging saves.
 */
final class Searchset {
  /** Every entry has an address, also one that cannot be read anywhere. */
  private static final String IGNORED = "urn:uuid:0d2f4d1e-7c55-4a0e-9f0b-6a9c4f1f0c7e";

  private final String base;
  private final FhirSearch search;
  private final Bundle bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
  private final Set<String> shown = new HashSet<>();

  private Searchset(String base, FhirSearch search) {
    this.base = base;
    this.search = search;
  }

  /** Each resource stands in the page once. */
  static Bundle of(String base, FhirSearch search, FhirKind.Page page) {
    Searchset set = new Searchset(base, search);
    Cursor next = page.next();
    set.link("self", search.cursor());
    if (next != null) {
      set.link("next", next);
    }
    if (search.cursor() == null && next == null) {
      set.bundle.setTotal(page.matches().size());
    }
    page.matches().forEach(one -> set.entry(one, Bundle.SearchEntryMode.MATCH));
    page.included().forEach(one -> set.entry(one, Bundle.SearchEntryMode.INCLUDE));
    if (search.ignored() > 0) {
      set.bundle
          .addEntry()
          .setFullUrl(IGNORED)
          .setResource(Outcomes.ignored())
          .getSearch()
          .setMode(Bundle.SearchEntryMode.OUTCOME);
    }
    return set.bundle;
  }

  private void link(String relation, @Nullable Cursor cursor) {
    String url = base + "/" + search.type().resource() + "?" + search.self();
    bundle
        .addLink()
        .setRelation(relation)
        .setUrl(cursor == null ? url : url + "&_cursor=" + cursor.text());
  }

  private void entry(Resource resource, Bundle.SearchEntryMode mode) {
    String path = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    if (shown.add(path)) {
      bundle
          .addEntry()
          .setFullUrl(base + "/" + path)
          .setResource(resource)
          .getSearch()
          .setMode(mode);
    }
  }
}
