package fr.liaison.kit.document;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import fr.liaison.contracts.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes a service's document: every operation may answer an RFC 9457 problem with a stable
 * code, all of which it lists, and bodies show examples. Named in {@code mp.openapi.filter} by the
 * service.
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
    for (ProblemType type : ProblemType.values()) {
      document.getComponents().addExample(type.code(), example(type));
    }
    BodyExamples.addTo(document);
  }

  private static Example example(ProblemType type) {
    return OASFactory.createExample()
        .summary(type.title())
        .value(
            Map.of(
                "type", type.uri(),
                "title", type.title(),
                "status", type.status(),
                "code", type.code()));
  }

  /** The shape of a problem; a service adds the members its codes carry. */
  protected Schema problem() {
    return typed(OBJECT)
        .description("RFC 9457; members beyond these depend on the code")
        .required(List.of("type", "title", "status", "code"))
        .addProperty("type", typed(STRING))
        .addProperty("title", typed(STRING))
        .addProperty("status", typed(INTEGER))
        .addProperty("code", typed(STRING).enumeration(codes()))
        .addProperty("detail", typed(STRING))
        .addProperty("field", typed(STRING));
  }

  private static List<Object> codes() {
    return Arrays.stream(ProblemType.values()).<Object>map(ProblemType::code).toList();
  }

  protected static Schema typed(Schema.SchemaType type) {
    return OASFactory.createSchema().type(List.of(type));
  }
}
