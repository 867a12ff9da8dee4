package fr.liaison.directory.fhir;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.directory.Api;
import fr.liaison.directory.RunningService;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong, foreign or meant to harm is answered in FHIR's terms, and never shown again. */
@QuarkusTest
class FhirHostileTest extends RunningService {
  private static final String MARK = "zqxmark";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Practitioner",
        "Practitioner?",
        "Practitioner?active=true",
        "Practitioner?nme=zqxmark",
        "Practitioner?name=%00zqxmark",
        "Practitioner?identifier=%00zqxmark",
        "Practitioner?_id=%00",
        "Practitioner?name=%0D%0ASet-Cookie:zqxmark",
        "Practitioner?name=...",
        "Practitioner?name=a%20b%20c%20d%20e%20f%20g%20h%20i",
        "Practitioner?name=a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v",
        "Practitioner?name=a&name=b&name=c&name=d&name=e&name=f",
        "Practitioner?name:exact=zqxmark",
        "Practitioner?family:contains=zqxmark",
        "Practitioner?identifier:not=zqxmark",
        "Practitioner?name=zqxmark&_include:iterate=x",
        "Practitioner?name=zqxmark&_count=0",
        "Practitioner?name=zqxmark&_count=-1",
        "Practitioner?name=zqxmark&_count=ten",
        "Practitioner?name=zqxmark&_count=99999999999",
        "Practitioner?name=zqxmark&_count=1&_count=2",
        "Practitioner?name=zqxmark&active=maybe",
        "Practitioner?name=zqxmark&_cursor=zqxmark",
        "Practitioner?name=zqxmark&_cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "PractitionerRole?active=true",
        "PractitionerRole?role:in=zqxmark",
        "Organization?address-postalcode=%25",
        "Organization?address-postalcode=1",
        "Organization?name=zqxmark&_cursor=%F0%9F%92%A3",
      })
  void aWrongSearchIsRefusedAndNotEchoed(String path) {
    Api.Answer answer = reader().get(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().get("resourceType").asText()).isEqualTo("OperationOutcome");
    assertThat(answer.raw().body()).doesNotContain(MARK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Practitioner/zqxmark",
        "Practitioner/00000000-0000-0000-0000-000000000000",
        "Practitioner/1-1-1-1-1",
        "PractitionerRole/zqxmark",
        "PractitionerRole/00000000-0000-0000-0000-000000000000.0000000000000000",
        "Organization/zqxmark",
        "Organization/%C3%A9",
        "Patient",
        "Patient/zqxmark",
        "Practitioner/00000000-0000-0000-0000-000000000000/_history",
        "$zqxmark",
        "",
      })
  void whatIsNotThereIsNotFound(String path) {
    Api.Answer answer = reader().get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().at("/issue/0/code").asText()).isEqualTo("not-found");
    assertThat(answer.raw().body()).doesNotContain(MARK);
  }

  @Test
  void referencesAndTokensOfNothingFindNothing() {
    for (String path :
        List.of(
            "PractitionerRole?practitioner=Patient/1",
            "PractitionerRole?practitioner=http://elsewhere.example/Practitioner/1",
            "PractitionerRole?organization=%7C%7C%7C",
            "PractitionerRole?_id=zqxmark",
            "Practitioner?_id=1-1-1-1-1",
            "Practitioner?qualification-code=%7C10",
            "Practitioner?identifier=%5C%7C",
            "Organization?identifier=%7C%7C",
            "Organization?_id=../../etc/passwd",
            "Organization?name=zqxmark%27%3B--")) {
      Api.Answer answer = reader().get(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(FhirApi.entries(answer, "match")).as(path).isEmpty();
    }
  }

  @Test
  void theMostValuesThatCountAreSearchedForAllAtOnce() {
    String codes = IntStream.range(0, 20).mapToObj(i -> "DE" + i).collect(joining(","));
    String all = String.join("&", Collections.nCopies(5, "qualification-code=" + codes));

    assertThat(reader().get("Practitioner?" + all).status()).isEqualTo(200);
  }

  @Test
  void tenKilobytesAreRefusedBeforeTheyAreSearched() {
    String text = "a".repeat(3_000);
    assertThat(reader().get("Practitioner?name=" + text).status()).isEqualTo(400);
    int status =
        practitioner(CLAIRE_MOREAU).get("/fhir/Practitioner?name=" + "a".repeat(10_000)).status();
    assertThat(status).isIn(400, 414);
  }

  @Test
  void manyUnknownParametersAreRefused() {
    StringBuilder query = new StringBuilder("Practitioner?name=moreau");
    for (int i = 0; i < 30; i++) {
      query.append("&x").append(i).append("=1");
    }
    assertThat(reader().get(query.toString()).status()).isEqualTo(400);
  }

  @Test
  void aHugePageIsCutToTheLargest() {
    Api.Answer answer =
        reader().get("Practitioner", "qualification-code", "10", "_count", "1000000");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(FhirApi.entries(answer, "match")).hasSizeLessThanOrEqualTo(50);
    assertThat(FhirApi.link(answer, "self")).contains("_count=50");
  }

  @Test
  void aCursorCountsForItsOwnSearchOnly() {
    String next =
        FhirApi.link(
            reader().get("Practitioner", "qualification-code", "10", "_count", "2"), "next");
    String cursor = next.substring(next.indexOf("_cursor=") + "_cursor=".length());

    assertThat(reader().get("Practitioner", "qualification-code", "60", "_cursor", cursor).status())
        .isEqualTo(400);
    assertThat(reader().get("PractitionerRole", "role", "10", "_cursor", cursor).status())
        .isEqualTo(400);
    assertThat(reader().send("/fhir" + next).status()).isEqualTo(200);
  }

  @Test
  void anUnknownParameterIsIgnoredAloudOrRefusedStrictly() {
    String path = "/fhir/Practitioner?family=moreau&_sort=name&_include=X:y";
    Api.Answer lenient = reader().send(path, "Prefer", "respond-async, handling=lenient");
    assertThat(lenient.status()).isEqualTo(200);
    assertThat(FhirApi.entries(lenient, "match")).isNotEmpty();
    assertThat(FhirApi.entries(lenient, "outcome")).hasSize(1);
    assertThat(FhirApi.link(lenient, "self")).doesNotContain("_sort");

    Api.Answer strict = reader().send(path, "Prefer", "respond-async, handling=strict");
    assertThat(strict.status()).isEqualTo(400);
    assertThat(strict.body().at("/issue/0/code").asText()).isEqualTo("invalid");
  }

  @Test
  void jsonIsAnsweredToWhoTakesItAndNothingElseIsOffered() {
    String path = "/fhir/metadata";
    for (String accept :
        List.of(
            "application/fhir+json",
            "application/json",
            "*/*",
            "application/*",
            "text/html, */*;q=0.1",
            "application/fhir+xml, application/fhir+json;q=0.5")) {
      assertThat(reader().send(path, "Accept", accept).status()).as(accept).isEqualTo(200);
    }
    for (String accept : List.of("application/fhir+xml", "text/html", "application/fhir+turtle")) {
      assertThat(reader().send(path, "Accept", accept).status()).as(accept).isEqualTo(406);
    }
    for (String format :
        List.of("json", "application/json", "application/fhir%2Bjson", "application/fhir+json")) {
      assertThat(reader().send(path + "?_format=" + format, "Accept", "text/xml").status())
          .as(format)
          .isEqualTo(200);
    }
    for (String format :
        List.of("xml", "application/fhir%2Bxml", "html", "zqxmark", "json&_format=xml")) {
      assertThat(reader().send(path + "?_format=" + format, "Accept", "*/*").status())
          .as(format)
          .isEqualTo(406);
    }
  }

  @Test
  void nothingCanBeWritten() {
    Api claire = practitioner(CLAIRE_MOREAU);
    for (String path : List.of("/fhir/Practitioner", "/fhir/Practitioner/1", "/fhir/metadata")) {
      Api.Answer answer =
          FhirApi.checked(
              claire.send(
                  claire
                      .request(path)
                      .header("Content-Type", "application/fhir+json")
                      .POST(HttpRequest.BodyPublishers.ofString("{}"))));
      assertThat(answer.status()).as(path).isEqualTo(405);
    }
  }

  @Test
  void aTokenThatIsNoneIsRefusedInFhirsTerms() {
    Api nobody = Api.nobody();
    Api.Answer answer =
        FhirApi.checked(
            nobody.send(
                nobody
                    .request("/fhir/Practitioner?name=a")
                    .header("Authorization", "Bearer x")
                    .GET()));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body().at("/issue/0/code").asText()).isEqualTo("login");
    assertThat(answer.raw().headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void theValidatorFindsWhatIsWrong() {
    assertThat(BaseR4.errors("{\"resourceType\":\"Practitioner\",\"active\":\"perhaps\"}"))
        .isNotEmpty();
  }

  private static FhirApi reader() {
    return new FhirApi(practitioner(CLAIRE_MOREAU));
  }
}
