package fr.liaison.kit.document;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes a service's document: every operation may answer an RFC 9457 problem with a stable
 * code. Named in {@code mp.openapi.filter} by the service.
 */
public class ProblemsDocument implements OASFilter {
  private static final String PROBLEM = "Problem";

  @Override
  public Operation filterOperation(Operation operation) {
    APIResponses responses = operation.getResponses();
    List.of("400", "401", "403").forEach(responses::removeAPIResponse);
    responses.addAPIResponse(
        "default",
        OASFactory.createAPIResponse()
            .description("A problem; its code is stable")
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                            .schema(
                                OASFactory.createSchema()
                                    .ref("#/components/schemas/" + PROBLEM)))));
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.getComponents().addSchema(PROBLEM, problem());
  }

  /** The shape of a problem; a service adds the members its codes carry. */
  protected Schema problem() {
    return typed(OBJECT)
        .description("RFC 9457; members beyond these depend on the code")
        .required(List.of("type", "title", "status", "code"))
        .addProperty("type", typed(STRING))
        .addProperty("title", typed(STRING))
        .addProperty("status", typed(INTEGER))
        .addProperty("code", typed(STRING))
        .addProperty("detail", typed(STRING))
        .addProperty("field", typed(STRING));
  }

  protected static Schema typed(Schema.SchemaType type) {
    return OASFactory.createSchema().type(List.of(type));
  }
}
