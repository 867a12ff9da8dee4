package fr.liaison.audit;

import fr.liaison.test.KafkaResource;
import fr.liaison.test.PostgresResource;
import fr.liaison.test.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;

/** What every {@code @QuarkusTest} of this module runs on; the annotations apply to all of them. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(AuditResource.class)
final class RunningService {

  private RunningService() {}
}
