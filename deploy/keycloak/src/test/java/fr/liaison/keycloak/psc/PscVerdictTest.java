package fr.liaison.keycloak.psc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;

class PscVerdictTest {
  private static final String ID = "899700219001";

  @Test
  void aPersonOfTheRegisterAtTheRequiredLevelIsAccepted() {
    assertThat(PscVerdict.on(new PscAssertion("eidas1", ID, ID)))
        .isEqualTo(new PscVerdict.Accepted(new NationalId(ID)));
  }

  @Test
  void theIdentifierMayComeFromTheTokenOrTheUserInfoAlone() {
    assertThat(PscVerdict.on(new PscAssertion("eidas1", ID, null)))
        .isInstanceOf(PscVerdict.Accepted.class);
    assertThat(PscVerdict.on(new PscAssertion("eidas1", null, ID)))
        .isInstanceOf(PscVerdict.Accepted.class);
  }

  @Test
  void aMissingLevelIsRefused() {
    assertThat(PscVerdict.on(new PscAssertion(null, ID, ID)))
        .isInstanceOf(PscVerdict.LevelTooLow.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "1", "eidas", "EIDAS1", "eidas1 ", "eidas2", "eidas10"})
  void anyOtherLevelIsRefused(String level) {
    assertThat(PscVerdict.on(new PscAssertion(level, ID, ID)))
        .isInstanceOf(PscVerdict.LevelTooLow.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "8",
        "99700219001",
        "899700219002",
        "0990021900",
        "8997002190011",
        "89970021900a",
        "８99700219001",
        "3750000001/0042",
        " 899700219001"
      })
  void aMalformedIdentifierIsRefused(String id) {
    assertThat(PscVerdict.on(new PscAssertion("eidas1", id, id)))
        .isInstanceOf(PscVerdict.IdentityUnusable.class);
  }

  @Test
  void aMissingIdentifierIsRefused() {
    assertThat(PscVerdict.on(new PscAssertion("eidas1", null, null)))
        .isInstanceOf(PscVerdict.IdentityUnusable.class);
  }

  @Test
  void twoIdentifiersThatDifferAreRefused() {
    assertThat(PscVerdict.on(new PscAssertion("eidas1", ID, "899700219019")))
        .isInstanceOf(PscVerdict.IdentityUnusable.class);
    assertThat(PscVerdict.on(new PscAssertion("eidas1", ID, "")))
        .isInstanceOf(PscVerdict.IdentityUnusable.class);
  }

  @Test
  void theLevelIsReadFromTheTokenWhateverClassKeycloakParsedItInto() {
    JsonWebToken plain = new JsonWebToken();
    plain.setOtherClaims("acr", "eidas1");
    plain.setOtherClaims("SubjectNameID", ID);
    IDToken typed = new IDToken();
    typed.setAcr("eidas1");
    typed.setOtherClaims("SubjectNameID", ID);

    assertThat(PscAssertion.from(Map.of(OIDCIdentityProvider.VALIDATED_ID_TOKEN, plain)))
        .isEqualTo(PscAssertion.from(Map.of(OIDCIdentityProvider.VALIDATED_ID_TOKEN, typed)))
        .isEqualTo(new PscAssertion("eidas1", ID, null));
  }

  @Test
  void aLevelInTheUserInfoAloneDoesNotCount() {
    var userInfo =
        JsonNodeFactory.instance.objectNode().put("acr", "eidas1").put("SubjectNameID", ID);

    assertThat(PscAssertion.from(Map.of(OIDCIdentityProvider.USER_INFO, userInfo)))
        .isEqualTo(new PscAssertion(null, null, ID));
  }

  @Test
  void claimsOfAnotherTypeCountAsAbsent() {
    JsonWebToken token = new JsonWebToken();
    token.setOtherClaims("acr", 1);
    token.setOtherClaims("SubjectNameID", Map.of("id", ID));

    assertThat(PscAssertion.from(Map.of(OIDCIdentityProvider.VALIDATED_ID_TOKEN, token)))
        .isEqualTo(new PscAssertion(null, null, null));
  }

  @Test
  void theMapperStopsARefusedLoginWithATextForThePersonAndNoIdentityInIt() {
    IdentityProviderModel broker = new IdentityProviderModel();
    broker.setEnabled(true);
    BrokeredIdentityContext context = new BrokeredIdentityContext(ID, broker);
    JsonWebToken token = new JsonWebToken();
    token.setOtherClaims("SubjectNameID", ID);
    context.setContextData(new HashMap<>(Map.of(OIDCIdentityProvider.VALIDATED_ID_TOKEN, token)));

    IdentityBrokerException refusal =
        catchThrowableOfType(
            IdentityBrokerException.class,
            () -> new PscAssuranceMapper().preprocessFederatedIdentity(null, null, null, context));

    assertThat(refusal.getMessageCode()).isEqualTo("pscLevelTooLow");
    assertThat(refusal).hasMessageNotContaining(ID);
  }

  @Test
  void nothingThatHoldsAnIdentityPrintsIt() {
    assertThat(PscVerdict.on(new PscAssertion("eidas1", ID, ID)).toString()).doesNotContain(ID);
    assertThat(new PscAssertion("eidas1", ID, ID).toString()).doesNotContain(ID);
  }
}
