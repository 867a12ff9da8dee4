package fr.liaison.directory.topup;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages within one attempt: so many in all, and none twice where pages follow each other, so
 * that a source whose pages never end is found out.
 */
final class PageReader {
  /** What is asked for twenty people: far more than they have, and little enough to be kept. */
  private static final int MOST_FOUND = 5_000;

  private final FhirSource source;
  private final Addresses addresses;
  private final Set<URI> followed = new HashSet<>();
  private int left;

  PageReader(FhirSource source, Addresses addresses, int mostPages) {
    this.source = source;
    this.addresses = addresses;
    this.left = mostPages;
  }

  Addresses addresses() {
    return addresses;
  }

  Bundle page(URI address) throws InterruptedException {
    if (left-- <= 0) {
      throw new TopUpFailure(TopUpFailure.Reason.TOO_MANY_PAGES);
    }
    return source.page(address);
  }

  /** Null on the last page. */
  @Nullable URI next(Bundle page) {
    URI next = addresses.next(page);
    if (next != null && !followed.add(next)) {
      throw new TopUpFailure(TopUpFailure.Reason.REPEATED_LINK);
    }
    return next;
  }

  /**
   * Everything a search of few people finds and includes, at most so much. That a source refuses it
   * is no link that expired.
   */
  List<Resource> all(URI search) throws InterruptedException {
    List<Resource> found = new ArrayList<>();
    Set<URI> read = new HashSet<>();
    for (URI address = search; address != null; ) {
      if (!read.add(address)) {
        throw new TopUpFailure(TopUpFailure.Reason.REPEATED_LINK);
      }
      Bundle page = address.equals(search) ? first(search) : page(address);
      found.addAll(resources(page));
      if (found.size() > MOST_FOUND) {
        throw new TopUpFailure(TopUpFailure.Reason.TOO_MANY_PAGES);
      }
      address = addresses.next(page);
    }
    return found;
  }

  /** The first page of a search, to which no link led. */
  Bundle first(URI search) throws InterruptedException {
    try {
      return page(search);
    } catch (TopUpFailure failure) {
      throw failure.reason() == TopUpFailure.Reason.LINK_EXPIRED
          ? new TopUpFailure(TopUpFailure.Reason.UNEXPECTED_ANSWER, failure, null)
          : failure;
    }
  }

  static List<Resource> resources(Bundle page) {
    return page.getEntry().stream()
        .filter(Bundle.BundleEntryComponent::hasResource)
        .map(Bundle.BundleEntryComponent::getResource)
        .toList();
  }
}
