package fr.liaison.directory.topup;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

/** The addresses of the searches a top-up makes; and of next pages, which stay where we ask. */
final class Addresses {
  private final URI base;
  private final int pageSize;

  Addresses(URI base, int pageSize) {
    String text = base.toString();
    this.base = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    this.pageSize = pageSize;
  }

  URI changedPractitioners(Instant since) {
    return search("Practitioner", since(since));
  }

  URI changedRoles(Instant since) {
    return search("PractitionerRole", since(since) + "&_include=PractitionerRole%3Apractitioner");
  }

  /** Every situation of these people, with its structure. */
  URI rolesOf(Collection<String> practitioners) {
    return search(
        "PractitionerRole",
        "practitioner=" + list(practitioners) + "&_include=PractitionerRole%3Aorganization");
  }

  URI practitioners(Collection<String> ids) {
    return search("Practitioner", "_id=" + list(ids));
  }

  /** Those among the people with these national numbers whom the source lists. */
  URI stillActive(Collection<String> nationalIds) {
    return search(
        "Practitioner",
        "identifier="
            + list(nationalIds.stream().map(id -> Identities.PERSON + "|" + id).toList())
            + "&active=true");
  }

  /** Null on the last page. Throws where it leads elsewhere. */
  @Nullable URI next(Bundle page) {
    Bundle.BundleLinkComponent link = page.getLink(Bundle.LINK_NEXT);
    return link == null || link.getUrl() == null ? null : own(link.getUrl());
  }

  /** A link that was kept. Throws where the base has changed meanwhile. */
  URI own(String link) {
    try {
      URI url = base.resolve(URI.create(link));
      if (url.getRawUserInfo() == null
          && base.getScheme().equalsIgnoreCase(url.getScheme())
          && base.getHost().equalsIgnoreCase(url.getHost())
          && port(base) == port(url)
          && url.getRawFragment() == null
          && url.normalize().getRawPath().startsWith(base.getRawPath())) {
        return url;
      }
    } catch (IllegalArgumentException | NullPointerException unreadable) {
      throw new TopUpFailure(TopUpFailure.Reason.FOREIGN_LINK);
    }
    throw new TopUpFailure(TopUpFailure.Reason.FOREIGN_LINK);
  }

  /** Whether a link leads where we ask. */
  boolean isOwn(String link) {
    try {
      own(link);
      return true;
    } catch (TopUpFailure elsewhere) {
      return false;
    }
  }

  private static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
  }

  private URI search(String type, String query) {
    return URI.create(base + "/" + type + "?" + query + "&_count=" + pageSize);
  }

  private static String since(Instant since) {
    return "_lastUpdated=" + encoded("ge" + since.truncatedTo(ChronoUnit.SECONDS));
  }

  private static String list(Collection<String> values) {
    return values.stream().map(Addresses::encoded).collect(Collectors.joining("%2C"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
