package fr.liaison.directory.topup;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * A FHIR server of the kind the national interface is built with, over a list: it wants a key, and
 * has searches by {@code _lastUpdated}, by key, with {@code _include} and pages of its own.
 */
final class LocalDirectory implements AutoCloseable {
  static final String KEY = "key-of-this-test";

  private final Map<String, Practitioner> practitioners = new ConcurrentHashMap<>();
  private final Map<String, PractitionerRole> roles = new ConcurrentHashMap<>();
  private final Map<String, Organization> structures = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean knowsNoRolesOfAnybody = new AtomicBoolean();
  private final AtomicReference<String> refused = new AtomicReference<>();
  private final AtomicInteger soundRequests = new AtomicInteger(Integer.MAX_VALUE);
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  LocalDirectory() throws Exception {
    RestfulServer fhir = new RestfulServer(FhirContext.forR4Cached());
    fhir.setResourceProviders(new Practitioners(), new Roles());
    fhir.setPagingProvider(new FifoMemoryPagingProvider(50));
    fhir.registerInterceptor(new Doorkeeper());
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(fhir), "/fhir/v2/*");
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/fhir/v2");
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  /** So many further requests are answered, then all fail until this is called again. */
  void answering(int many) {
    soundRequests.set(many);
    requests.clear();
  }

  /** Requests with this in their query are answered by 404 from now on. */
  void refusing(String query) {
    refused.set(query);
  }

  void put(Practitioner practitioner, Instant updatedAt) {
    practitioner.getMeta().setLastUpdated(Date.from(updatedAt));
    practitioners.put(practitioner.getIdElement().getIdPart(), practitioner);
  }

  void put(PractitionerRole role, Instant updatedAt) {
    role.getMeta().setLastUpdated(Date.from(updatedAt));
    roles.put(role.getIdElement().getIdPart(), role);
  }

  void put(Organization structure) {
    structures.put(structure.getIdElement().getIdPart(), structure);
  }

  /** Situations are found by when they changed, not by whose they are. */
  void knowsNoRolesOfAnybody(boolean so) {
    knowsNoRolesOfAnybody.set(so);
  }

  void removeRolesOf(String practitioner) {
    roles.values().removeIf(role -> idOf(role.getPractitioner()).equals(practitioner));
  }

  /** Wants the key, counts, and fails when it is told to. */
  public final class Doorkeeper {
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_PROCESSED)
    public boolean open(HttpServletRequest request, HttpServletResponse response) {
      requests.add(request.getRequestURI() + "?" + request.getQueryString());
      if (!KEY.equals(request.getHeader("ESANTE-API-KEY"))) {
        response.setStatus(401);
        return false;
      }
      if (refused.get() != null
          && String.valueOf(request.getQueryString()).contains(refused.get())) {
        response.setStatus(404);
        return false;
      }
      if (soundRequests.getAndDecrement() <= 0) {
        response.setStatus(500);
        return false;
      }
      return true;
    }
  }

  /** Searches of people. */
  public final class Practitioners implements IResourceProvider {
    @Override
    public Class<Practitioner> getResourceType() {
      return Practitioner.class;
    }

    @Search
    public List<Practitioner> search(
        @OptionalParam(name = "_lastUpdated") DateRangeParam updated,
        @OptionalParam(name = "_id") TokenOrListParam ids,
        @OptionalParam(name = "identifier") TokenOrListParam identifiers,
        @OptionalParam(name = "active") TokenOrListParam active) {
      return practitioners.values().stream()
          .filter(one -> within(updated, one))
          .filter(one -> ids == null || has(ids, one.getIdElement().getIdPart()))
          .filter(
              one ->
                  identifiers == null
                      || one.getIdentifier().stream()
                          .anyMatch(
                              own ->
                                  identifiers.getValuesAsQueryTokens().stream()
                                      .anyMatch(
                                          asked ->
                                              asked.getSystem().equals(own.getSystem())
                                                  && asked.getValue().equals(own.getValue()))))
          .filter(one -> active == null || has(active, Boolean.toString(one.getActive())))
          .sorted(java.util.Comparator.comparing(one -> one.getIdElement().getIdPart()))
          .map(Practitioner::copy)
          .toList();
    }
  }

  /** Searches of situations. */
  public final class Roles implements IResourceProvider {
    @Override
    public Class<PractitionerRole> getResourceType() {
      return PractitionerRole.class;
    }

    @Search
    public List<PractitionerRole> search(
        @OptionalParam(name = "_lastUpdated") DateRangeParam updated,
        @OptionalParam(name = "practitioner") ReferenceOrListParam of,
        @IncludeParam(allow = {"PractitionerRole:practitioner", "PractitionerRole:organization"})
            Set<Include> includes) {
      return roles.values().stream()
          .filter(one -> within(updated, one))
          .filter(
              one ->
                  of == null
                      || !knowsNoRolesOfAnybody.get()
                          && of.getValuesAsQueryTokens().stream()
                              .anyMatch(
                                  asked -> asked.getIdPart().equals(idOf(one.getPractitioner()))))
          .sorted(java.util.Comparator.comparing(one -> one.getIdElement().getIdPart()))
          .map(this::linked)
          .toList();
    }

    /** What a reference leads to is included by the server where that is asked for. */
    private PractitionerRole linked(PractitionerRole role) {
      PractitionerRole copy = role.copy();
      Practitioner practitioner = practitioners.get(idOf(role.getPractitioner()));
      Organization structure = structures.get(idOf(role.getOrganization()));
      if (practitioner != null) {
        copy.getPractitioner().setResource(practitioner.copy());
      }
      if (structure != null) {
        copy.getOrganization().setResource(structure.copy());
      }
      return copy;
    }
  }

  private static boolean has(TokenOrListParam asked, String value) {
    return asked.getValuesAsQueryTokens().stream().anyMatch(one -> one.getValue().equals(value));
  }

  private static boolean within(DateRangeParam range, Resource resource) {
    Date updated = resource.getMeta().getLastUpdated();
    return range == null
        || range.getLowerBoundAsInstant() == null
        || !updated.before(range.getLowerBoundAsInstant());
  }

  private static String idOf(Reference reference) {
    return String.valueOf(new IdType(reference.getReference()).getIdPart());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
