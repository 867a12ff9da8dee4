package fr.liaison.conversation.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Completes the document: every operation names the acting device and may answer an RFC 9457
 * problem; every member of an answer is there, but for the few named here.
 */
public class ApiDocument implements OASFilter {
  private static final String PROBLEM = "Problem";
  private static final Map<String, Set<String>> ABSENT_AT_TIMES =
      Map.of("Invitation", Set.of("keyPackage"));

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
    return operation.addParameter(
        OASFactory.createParameter()
            .name("Liaison-Device")
            .in(Parameter.In.HEADER)
            .required(true)
            .schema(typed(SchemaType.STRING).format("uuid")));
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document.getComponents().getSchemas().forEach(ApiDocument::require);
    document
        .getComponents()
        .addSchema(
            PROBLEM,
            typed(SchemaType.OBJECT)
                .description("RFC 9457; members beyond these depend on the code")
                .required(List.of("type", "title", "status", "code"))
                .addProperty("type", typed(SchemaType.STRING))
                .addProperty("title", typed(SchemaType.STRING))
                .addProperty("status", typed(SchemaType.INTEGER))
                .addProperty("code", typed(SchemaType.STRING))
                .addProperty("detail", typed(SchemaType.STRING))
                .addProperty("field", typed(SchemaType.STRING))
                .addProperty("currentEpoch", typed(SchemaType.INTEGER).format("int64"))
                .addProperty("lastSequence", typed(SchemaType.INTEGER).format("int64")));
  }

  private static void require(String name, Schema schema) {
    Map<String, Schema> properties = schema.getProperties();
    if (properties != null && !name.endsWith("Request")) {
      List<String> required = new ArrayList<>(properties.keySet());
      required.removeAll(ABSENT_AT_TIMES.getOrDefault(name, Set.of()));
      schema.setRequired(required);
    }
  }

  private static Schema typed(SchemaType type) {
    return OASFactory.createSchema().type(List.of(type));
  }
}
