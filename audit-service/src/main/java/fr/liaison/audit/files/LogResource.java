package fr.liaison.audit.files;

import fr.liaison.audit.tlog.merkle.MalformedLogDataException;
import fr.liaison.audit.tlog.tile.TileId;
import fr.liaison.audit.tlog.tile.TilePath;
import fr.liaison.contracts.problem.ProblemType;
import fr.liaison.kit.problem.Problem;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public files of the log. Everything but the checkpoint may be cached for ever. */
@Path("/v1/log")
@PermitAll
@RunOnVirtualThread
@Tag(name = "log", description = "The transparency log, for any C2SP tlog-tiles client")
public class LogResource {

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String SHORTLY = "public, max-age=1";

  private final ReadLogFiles files;

  LogResource(ReadLogFiles files) {
    this.files = files;
  }

  @GET
  @Path("checkpoint")
  @Produces(TEXT)
  @Operation(operationId = "readCheckpoint", summary = "The newest signed checkpoint")
  @APIResponse(responseCode = "200", description = "A C2SP signed note")
  public Response checkpoint() {
    return found(files.checkpoint(), SHORTLY);
  }

  @GET
  @Path("key")
  @Produces(TEXT)
  @Operation(operationId = "readLogKey", summary = "The verifier key of the log")
  @APIResponse(responseCode = "200", description = "A C2SP vkey")
  public Response key() {
    return found(Optional.of(files.key()), SHORTLY);
  }

  @GET
  @Path("tile/{level: \\d+}/{path: .+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(operationId = "readTile", summary = "A tile of up to 256 hashes")
  @APIResponse(responseCode = "200", description = "SHA-256 hashes one after the other")
  public Response tile(@PathParam("level") String level, @PathParam("path") String path) {
    TileId id = read(() -> new TileId(level(level), TilePath.parse(path)));
    return found(files.tile(id), FOR_EVER);
  }

  @GET
  @Path("tile/entries/{path: .+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Compressed
  @Operation(operationId = "readEntryBundle", summary = "Up to 256 entries")
  @APIResponse(responseCode = "200", description = "Entries behind 16-bit big-endian lengths")
  public Response bundle(@PathParam("path") String path) {
    return found(files.bundle(read(() -> TilePath.parse(path))), FOR_EVER);
  }

  private static Response found(Optional<?> content, String caching) {
    return content
        .map(bytes -> Response.ok(bytes).header(HttpHeaders.CACHE_CONTROL, caching).build())
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  /** One spelling of a level names it; any other names nothing. */
  private static int level(String text) {
    if (text.length() > 2 || (text.length() == 2 && text.charAt(0) == '0')) {
      throw new MalformedLogDataException("a tile level is 0 to 63");
    }
    return Integer.parseInt(text);
  }

  private static <T> T read(Supplier<T> name) {
    try {
      return name.get();
    } catch (MalformedLogDataException noSuchFile) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
  }
}
